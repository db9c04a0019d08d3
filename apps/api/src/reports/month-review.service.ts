import { Inject, Injectable } from '@nestjs/common';
import { type AuditAct, lastDay, localDay, type Locale, type MonthReview, type WriteComment } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { announce } from '../webhooks/announce.js';
import { type MonthPlace, readReview, writeReview } from './month-review.query.js';
import { MonthlyReportService } from './monthly-report.service.js';
import { ReportError } from './report-error.js';

/** Who closes a month: a role, in an organisation's time zone. */
export interface Closing extends MonthPlace {
  timeZone: string;
  role: string;
  language: Locale;
}

/** What a team says of its months, and the closing of them. */
@Injectable()
export class MonthReviewService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reports: MonthlyReportService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  read(place: MonthPlace): Promise<MonthReview> {
    return this.transaction.run(place.organisationId, (manager) => readReview(manager, place));
  }

  /** @throws ReportError month-closed; ChangedMeanwhile */
  comment(place: MonthPlace, { comment, version }: WriteComment): Promise<MonthReview> {
    return this.write(place, version, (before) => {
      if (before.closedAt !== null) throw new ReportError('month-closed');
      return { comment, closed: null };
    });
  }

  /**
   * Keeps the month as it is told now; later figures do not rewrite it.
   * @throws ReportError month-not-over, month-closed; ChangedMeanwhile
   */
  async close({ timeZone, role, language, ...place }: Closing, version: number): Promise<MonthReview> {
    if (localDay(this.clock(), timeZone) <= lastDay(place.month)) throw new ReportError('month-not-over');
    const report = await this.reports.assemblePresent(place.organisationId, place.month, language);
    return this.write(place, version, (before) => {
      if (before.closedAt !== null) throw new ReportError('month-closed');
      return { comment: before.comment, closed: { at: this.clock(), by: role, report }, act: 'month-closed' };
    });
  }

  /** The month is told by its present figures again; what was kept goes. @throws ReportError month-open; ChangedMeanwhile */
  reopen(place: MonthPlace, version: number): Promise<MonthReview> {
    return this.write(place, version, (before) => {
      if (before.closedAt === null) throw new ReportError('month-open');
      return { comment: before.comment, closed: null, act: 'month-reopened' };
    });
  }

  private write(place: MonthPlace, version: number, change: (before: MonthReview) => Omit<Parameters<typeof writeReview>[2], 'version'> & { act?: AuditAct }): Promise<MonthReview> {
    return this.transaction.run(place.organisationId, async (manager) => {
      const before = await readReview(manager, place);
      if (before.version !== version) throw new ChangedMeanwhile(before);
      const { act, ...wanted } = change(before);
      if (!(await writeReview(manager, place, { ...wanted, version }))) throw new ChangedMeanwhile(await readReview(manager, place));
      if (act !== undefined) await recordAct(manager, act, { subject: place.month });
      if (act === 'month-closed') await announce(manager, 'report.closed', { facts: { month: place.month }, now: this.clock() });
      return readReview(manager, place);
    });
  }
}
