import { locale, mailingMode, type MailingMode, type ReportMailing, reportSending } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { readMailStandings } from '../mail/mail-standings.query.js';

/** Nobody chose anything yet: a week after the month, figures have grown up. */
const USUAL = { mode: 'off' as const, day: 8, since: new Date(0) };
const SHOWN_SENDINGS = 24;

/** When the report leaves. */
export interface Schedule {
  mode: MailingMode;
  day: number;
  since: Date;
}

/** Somebody to whom it leaves. */
export interface Recipient {
  id: string;
  email: string;
  language: string;
  stopToken: string;
}

export async function readSchedule(manager: EntityManager, organisationId: string): Promise<Schedule> {
  const [row]: { mode: string; day: number; since: Date }[] = await manager.query('SELECT mode, day, since FROM report_mailing WHERE organisation_id = $1', [organisationId]);
  return row === undefined ? USUAL : { ...row, mode: mailingMode.parse(row.mode) };
}

/** Those who did not ask for no more. */
export function readRecipients(manager: EntityManager, organisationId: string): Promise<Recipient[]> {
  return manager.query(`SELECT id, to_address AS email, language, stop_token AS "stopToken" FROM report_recipient WHERE organisation_id = $1 AND stopped_at IS NULL ORDER BY id`, [organisationId]);
}

export async function readMailing(manager: EntityManager, organisationId: string): Promise<ReportMailing> {
  const { mode, day } = await readSchedule(manager, organisationId);
  const rows: { id: string; email: string; language: string; createdAt: Date; stoppedAt: Date | null; mailId: string | null }[] = await manager.query(
    `SELECT id, to_address AS email, language, created_at AS "createdAt", stopped_at AS "stoppedAt", last_mail_id AS "mailId" FROM report_recipient WHERE organisation_id = $1 ORDER BY to_address`, [organisationId]);
  const mails = await readMailStandings(manager, rows.flatMap(({ mailId }) => mailId ?? []));
  const sendings: { month: string; state: string; recipients: number; changedAt: Date }[] = await manager.query(
    `SELECT month, state, recipients, changed_at AS "changedAt" FROM report_sending WHERE organisation_id = $1 ORDER BY month DESC LIMIT $2`, [organisationId, SHOWN_SENDINGS]);
  return {
    mode, day,
    recipients: rows.map(({ mailId, createdAt, stoppedAt, language, ...row }) => ({
      ...row, language: locale.parse(language), createdAt: createdAt.toISOString(), stoppedAt: stoppedAt?.toISOString() ?? null, mail: mails.get(mailId ?? '') ?? null,
    })),
    sendings: sendings.map(({ changedAt, ...row }) => reportSending.parse({ ...row, changedAt: changedAt.toISOString() })),
  };
}
