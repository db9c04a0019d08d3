import { Injectable } from '@nestjs/common';
import type { CreateHostedOrganisation, HostedOrganisation, UpdateHostedOrganisation } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { AccountError } from '../accounts/account-error.js';
import type { Person } from '../accounts/auth-port.js';
import { Invitations } from '../accounts/invitations.service.js';
import { Organisation } from '../accounts/organisation.entity.js';
import { readLimits, readStorage } from '../accounts/organisation-limits.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { recordAct } from '../operations/record-act.js';

interface Counted { people: number; channels: number; posts: number; lastCollectedAt: Date | null }

/**
 * Organisations as whoever runs the installation sees them. Each is counted in its own transaction, under row-level security like everybody's:
 * nothing here reads across them, and nothing reads a figure.
 */
@Injectable()
export class HostedOrganisations {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly invitations: Invitations,
    private readonly transaction: TenantTransaction,
  ) {}

  /** Oldest first. */
  async list(): Promise<HostedOrganisation[]> {
    const found: HostedOrganisation[] = [];
    for (const { id } of await this.organisations.list()) found.push(await this.one(id));
    return found;
  }

  /** An organisation without anybody, and an invitation for its first owner: whoever creates it is not one of its people. @throws AccountError slug-taken */
  async create({ name, slug, timeZone }: CreateHostedOrganisation, host: Person): Promise<{ organisation: HostedOrganisation; token: string; expiresAt: Date }> {
    const { id } = await this.organisations.create({ name, slug, timeZone }, (manager) => recordAct(manager, 'organisation-created', { subject: name }));
    const { token, invitation: { expiresAt } } = await this.invitations.create(id, { email: null, role: 'owner' }, host);
    if (token === null) throw new AccountError('invitation-not-found'); // only what was sent to an address has none
    return { organisation: await this.one(id), token, expiresAt };
  }

  /** What is there already stays, however much; only what is added is refused. @throws AccountError organisation-not-found */
  async setLimits(id: string, { limits }: UpdateHostedOrganisation): Promise<HostedOrganisation> {
    await this.organisations.byId(id);
    await this.transaction.run(id, async (manager) => {
      await manager.query('UPDATE organisation SET most_channels = $2, most_bytes = $3 WHERE id = $1', [id, limits.channels, limits.storageBytes]);
      await recordAct(manager, 'limits-changed');
    });
    return this.one(id);
  }

  private one(id: string): Promise<HostedOrganisation> {
    return this.transaction.run(id, async (manager) => {
      const { slug, name, createdAt, isDemonstration } = await manager.findOneByOrFail(Organisation, { id });
      const { lastCollectedAt, ...counted } = await count(manager, id);
      return {
        id, slug, name, createdAt: createdAt.toISOString(), isDemonstration, ...counted, lastCollectedAt: lastCollectedAt?.toISOString() ?? null,
        storageBytes: await readStorage(manager), limits: await readLimits(manager, id),
      };
    });
  }
}

async function count(manager: EntityManager, organisationId: string): Promise<Counted> {
  const [row]: Counted[] = await manager.query(
    `SELECT (SELECT count(*)::int FROM membership WHERE organisation_id = $1) AS people, (SELECT count(*)::int FROM channel WHERE organisation_id = $1) AS channels,
       (SELECT count(*)::int FROM post WHERE organisation_id = $1) AS posts, (SELECT max(started_at) FROM ingestion_run WHERE organisation_id = $1 AND state = 'done') AS "lastCollectedAt"`,
    [organisationId],
  );
  return row ?? { people: 0, channels: 0, posts: 0, lastCollectedAt: null };
}
