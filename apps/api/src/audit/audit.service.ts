import { Injectable } from '@nestjs/common';
import type { AuditEntry, AuditPage, AuditQuery } from '@portee/shared';
import { AuthPort } from '../accounts/auth-port.js';
import type { OrganisationContext } from '../accounts/caller.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { type AuditRow, readAudit } from './audit.query.js';

const PAGE = 50;

/** The journal of an organisation, for reading. Lines are added where things are done: `recordAct`. */
@Injectable()
export class AuditService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly auth: AuthPort,
  ) {}

  page({ id: organisationId, timeZone }: OrganisationContext, asked: AuditQuery): Promise<AuditPage> {
    return this.transaction.run(organisationId, async (manager) => {
      const rows = await readAudit(manager, { ...asked, organisationId, timeZone, limit: PAGE + 1 });
      const shown = rows.slice(0, PAGE);
      const ids = shown.flatMap(({ actorKind, actorId, personId }) => [actorKind === 'person' ? actorId : null, personId]).filter((one) => one !== null);
      const names = new Map((await this.auth.peopleOf(manager, [...new Set(ids)])).map(({ id, name }) => [id, name]));
      return { items: shown.map((row) => toEntry(row, names)), nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
    });
  }
}

function toEntry({ id, at, act, actorKind, actorId, personId, subject, tokenName }: AuditRow, names: ReadonlyMap<string, string>): AuditEntry {
  return {
    id, at: at.toISOString(), act, subject,
    actor: { kind: actorKind, id: actorId, name: actorKind === 'program' ? tokenName : (names.get(actorId ?? '') ?? null) },
    person: personId === null ? null : { id: personId, name: names.get(personId) ?? null },
  };
}
