import { Inject, Injectable } from '@nestjs/common';
import { type AddRecipient, type ReportMailing, type UpdateMailing } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { Outbox } from '../mail/outbox.js';
import { asActor } from '../operations/acting.js';
import { newSecret } from '../operations/bearer-secret.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { MailingError } from './mailing-error.js';
import { readMailing } from './report-mailing.query.js';

/** A board, its alderman and a few partners. More is a newsletter, which other tools do better. */
const MOST_RECIPIENTS = 50;

/** Who receives the report of each month by mail, and when. */
@Injectable()
export class ReportMailingService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  read(organisationId: string): Promise<ReportMailing> {
    return this.transaction.run(organisationId, (manager) => readMailing(manager, organisationId));
  }

  /** A new day, or another way, begins with the next such day: nothing leaves at once. @throws MailingError no-mail-server */
  async set(organisationId: string, { mode, day }: UpdateMailing): Promise<void> {
    if (mode !== 'off' && !this.outbox.isOpen) throw new MailingError('no-mail-server');
    await this.transaction.run(organisationId, async (manager) => {
      await manager.query(
        `INSERT INTO report_mailing (organisation_id, mode, day, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id) DO UPDATE SET mode = excluded.mode, day = excluded.day, since = excluded.since`,
        [organisationId, mode, day, this.clock()],
      );
      await recordAct(manager, 'mailing-changed');
    });
  }

  /** @throws MailingError recipient-known, recipient-limit */
  async addRecipient(organisationId: string, { email, language }: AddRecipient): Promise<void> {
    try {
      await this.transaction.run(organisationId, async (manager) => {
        const [{ count } = { count: '0' }]: { count: string }[] = await manager.query('SELECT count(*) FROM report_recipient WHERE organisation_id = $1', [organisationId]);
        if (Number(count) >= MOST_RECIPIENTS) throw new MailingError('recipient-limit', { most: MOST_RECIPIENTS });
        await manager.query(
          'INSERT INTO report_recipient (organisation_id, id, to_address, language, stop_token, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
          [organisationId, newId(), email.trim().toLowerCase(), language, newSecret(), this.clock()],
        );
        await recordAct(manager, 'recipient-added');
      });
    } catch (cause) {
      throw isUniqueViolation(cause) ? new MailingError('recipient-known', {}, { cause }) : cause;
    }
  }

  /** @throws MailingError recipient-not-found */
  removeRecipient(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      const [, count]: [unknown, number] = await manager.query('DELETE FROM report_recipient WHERE organisation_id = $1 AND id = $2', [organisationId, id]);
      if (count === 0) throw new MailingError('recipient-not-found');
      await recordAct(manager, 'recipient-removed');
    });
  }

  /** Whoever receives it asks for no more. Asked twice, nothing more happens; the team sees it, and cannot undo it. @throws MailingError recipient-not-found */
  async stop(token: string): Promise<void> {
    const found: { organisationId: string; id: string }[] = await this.transaction.lookUp((manager) =>
      manager.query('SELECT organisation_id AS "organisationId", recipient_id AS id FROM report_recipient_by_token($1)', [token]));
    if (found.length === 0) throw new MailingError('recipient-not-found');
    for (const one of found) await asActor({ kind: 'link', id: null }, () => this.transaction.run(one.organisationId, (manager) => this.stopOne(manager, one)));
  }

  private async stopOne(manager: EntityManager, { organisationId, id }: { organisationId: string; id: string }): Promise<void> {
    const [, count]: [unknown, number] = await manager.query('UPDATE report_recipient SET stopped_at = $3 WHERE organisation_id = $1 AND id = $2 AND stopped_at IS NULL', [organisationId, id, this.clock()]);
    if (count > 0) await recordAct(manager, 'recipient-stopped');
  }
}
