import type { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { DecisionsService } from '../../apps/api/src/plan/decisions.service.js';
import { ExperimentsService } from '../../apps/api/src/plan/experiments.service.js';
import { Advisor } from '../../apps/api/src/recommendations/advisor.js';
import { RecommendationsService } from '../../apps/api/src/recommendations/recommendations.service.js';
import { MonthlyReportService } from '../../apps/api/src/reports/monthly-report.service.js';

/** The reports of months, without the program around them. */
export function monthReports(transaction: TenantTransaction, now: () => Date): MonthlyReportService {
  return new MonthlyReportService(transaction, new RecommendationsService(transaction, new Advisor(transaction, now), now), new DecisionsService(transaction, now), new ExperimentsService(transaction, now), now);
}
