import { Inject, Injectable } from '@nestjs/common';
import { lastDay, locale, localDay, may } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { AuthPort, type Person } from '../accounts/auth-port.js';
import { Membership } from '../accounts/membership.entity.js';
import { Organisation } from '../accounts/organisation.entity.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Outbox } from '../mail/outbox.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { MailingError } from './mailing-error.js';
import { readRecipients, type Recipient } from './report-mailing.query.js';

interface MonthToSend {
  organisationId: string;
  month: string;
}

/** Nobody is written to about an organisation that has no channel yet. */
async function isEmpty(manager: EntityManager, organisationId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT 1 FROM channel WHERE organisation_id = $1 LIMIT 1', [organisationId]);
  return rows.length === 0;
}

/** Puts the report of a month into the mail: to whoever receives it, or first to whoever has to say yes. */
@Injectable()
export class SendReport {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
    private readonly auth: AuthPort,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Somebody says so. @throws MailingError no-mail-server, month-not-over, recipients-missing, report-sent */
  async send(asked: MonthToSend, { again }: { again: boolean }): Promise<void> {
    if (!this.outbox.isOpen) throw new MailingError('no-mail-server');
    await this.transaction.run(asked.organisationId, async (manager) => {
      const organisation = await manager.findOneByOrFail(Organisation, { id: asked.organisationId });
      if (localDay(this.clock(), organisation.timeZone) <= lastDay(asked.month)) throw new MailingError('month-not-over');
      const recipients = await readRecipients(manager, asked.organisationId);
      if (recipients.length === 0) throw new MailingError('recipients-missing');
      if (!(await this.mark(manager, asked, { state: 'sent', recipients: recipients.length, over: again ? ['waiting', 'skipped', 'sent'] : ['waiting', 'skipped'] }))) throw new MailingError('report-sent');
      await this.post(manager, organisation, { month: asked.month, recipients });
      await recordAct(manager, 'report-sent', { subject: asked.month });
    });
  }

  /** This month does not leave, unless somebody sends it later. @throws MailingError report-sent */
  async skip(asked: MonthToSend): Promise<void> {
    await this.transaction.run(asked.organisationId, async (manager) => {
      if (!(await this.mark(manager, asked, { state: 'skipped', recipients: 0, over: ['waiting'] }))) throw new MailingError('report-sent');
      await recordAct(manager, 'report-skipped', { subject: asked.month });
    });
  }

  /** Its day has come: it leaves by itself, or waits for a word. Of several workers one does it; a month once begun is not begun again. */
  async sendOnItsDay(asked: MonthToSend, mode: 'approval' | 'automatic'): Promise<void> {
    await this.transaction.run(asked.organisationId, async (manager) => {
      const recipients = await readRecipients(manager, asked.organisationId);
      if (recipients.length === 0 || (await isEmpty(manager, asked.organisationId))) return;
      const isAutomatic = mode === 'automatic';
      if (!(await this.mark(manager, asked, { state: isAutomatic ? 'sent' : 'waiting', recipients: recipients.length, over: [] }))) return;
      const organisation = await manager.findOneByOrFail(Organisation, { id: asked.organisationId });
      if (isAutomatic) await this.post(manager, organisation, { month: asked.month, recipients });
      else await this.askForApproval(manager, organisation, { month: asked.month, recipients: recipients.length });
      if (isAutomatic) await recordAct(manager, 'report-sent', { subject: asked.month });
    });
  }

  /** The report of a month to oneself, as the others would receive it. @throws MailingError no-mail-server */
  async sendTrial({ organisationId, month }: MonthToSend, { email, language, id }: Person): Promise<void> {
    if (!this.outbox.isOpen) throw new MailingError('no-mail-server');
    await this.transaction.run(organisationId, async (manager) => {
      const organisation = await manager.findOneByOrFail(Organisation, { id: organisationId });
      await this.outbox.put(manager, organisationId, { to: email, language, personId: id, content: { kind: 'report', organisation: organisation.name, month, stop: null } });
    });
  }

  /** @param over  what may have been said of the month before. @returns false: something else was */
  private async mark(manager: EntityManager, { organisationId, month }: MonthToSend, { state, recipients, over }: { state: string; recipients: number; over: readonly string[] }): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO report_sending AS s (organisation_id, month, state, recipients, changed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organisation_id, month) DO UPDATE SET state = excluded.state, recipients = excluded.recipients, changed_at = excluded.changed_at WHERE s.state = ANY ($6) RETURNING 1`,
      [organisationId, month, state, recipients, this.clock(), over],
    );
    return rows.length > 0;
  }

  private async post(manager: EntityManager, { id: organisationId, name }: Organisation, { month, recipients }: { month: string; recipients: readonly Recipient[] }): Promise<void> {
    for (const { id, email, language, stopToken } of recipients) {
      const stop = { page: this.outbox.addressOf(`/plus-de-rapport#${stopToken}`), at: this.outbox.addressOf(`/api/v1/report-mails/stop?token=${stopToken}`) };
      const mailId = await this.outbox.put(manager, organisationId, { to: email, language: locale.parse(language), content: { kind: 'report', organisation: name, month, stop } });
      await manager.query('UPDATE report_recipient SET last_mail_id = $3 WHERE organisation_id = $1 AND id = $2', [organisationId, id, mailId]);
    }
  }

  private async askForApproval(manager: EntityManager, { id: organisationId, name, slug }: Organisation, { month, recipients }: { month: string; recipients: number }): Promise<void> {
    const places = await manager.findBy(Membership, { organisationId });
    const [review]: { closed: boolean }[] = await manager.query('SELECT closed_at IS NOT NULL AS closed FROM month_review WHERE organisation_id = $1 AND month = $2', [organisationId, month]);
    const link = this.outbox.addressOf(`/o/${slug}/rapport?mois=${month}`);
    for (const { id, email, language } of await this.auth.peopleOf(manager, places.filter(({ role }) => may(role, 'sendReports')).map(({ userId }) => userId))) {
      await this.outbox.put(manager, organisationId, { to: email, language, personId: id, content: { kind: 'report-ready', organisation: name, month, link, recipients, isClosed: review?.closed === true } });
    }
  }
}
