import { type Locale, type MonthlyReport, monthlyReport, type MonthReview } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { networkName } from '../networks/registry.js';
import { type MonthPlace, readKeptReport } from './month-review.query.js';

/** The month as it was when it was closed, with networks named in this language; null: it is not closed. */
export async function readClosedReport(manager: EntityManager, place: MonthPlace & { locale: Locale }, { closedAt, closedBy, comment }: MonthReview): Promise<MonthlyReport | null> {
  if (closedAt === null || closedBy === null) return null;
  const kept = monthlyReport.parse(await readKeptReport(manager, place));
  const channels = kept.channels.map((report) => ({ ...report, networkLabel: networkName(report.channel.network, place.locale) }));
  return { ...kept, comment, closed: { at: closedAt, by: closedBy }, channels };
}
