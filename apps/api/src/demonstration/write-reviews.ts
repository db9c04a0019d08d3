import { addDays, addMonths, lastDay, monthOf } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { DecisionsService } from '../plan/decisions.service.js';
import { ExperimentsService } from '../plan/experiments.service.js';
import type { RecommendationsService } from '../recommendations/recommendations.service.js';
import { MonthReviewService } from '../reports/month-review.service.js';
import { MonthlyReportService } from '../reports/monthly-report.service.js';
import { DEMONSTRATION_TIME_ZONE } from './centre.js';
import { monthWords } from './plan-texts.js';
import { at, type StoryLine } from './story-line.js';
import { WithinTransaction } from './within-transaction.js';

/** The team closes a month once the slowest figures of it, those of its films, have stopped moving. */
const CLOSED_AFTER_DAYS = 29;
/** The last month that is over waits for its review. */
const CLOSED_MONTHS = [4, 3, 2];

/** Three months with the team's word, closed: nothing of their figures was read after the day on which they were. */
export async function writeReviews(manager: EntityManager, organisationId: string, { story, recommendations }: { story: StoryLine; recommendations: RecommendationsService }): Promise<void> {
  const transaction = new WithinTransaction(manager);
  const present = (): Date => story.now;
  // An older month is told no advice of today: what nobody would have said then is not in it.
  const reports = new MonthlyReportService(transaction, recommendations, new DecisionsService(transaction, present), new ExperimentsService(transaction, present), present);
  for (const [place, months] of CLOSED_MONTHS.entries()) {
    const month = addMonths(monthOf(story.lastDay), -months);
    const closedAt = at(`${addDays(lastDay(month), CLOSED_AFTER_DAYS)}T15:00`);
    const reviews = new MonthReviewService(transaction, reports, () => closedAt);
    const { version } = await reviews.comment({ organisationId, month }, { comment: wordOn(month, place), version: 0 });
    await reviews.close({ organisationId, month, timeZone: DEMONSTRATION_TIME_ZONE, role: 'coordinator', language: 'fr' }, version);
  }
}

function wordOn(month: string, place: number): string {
  const name = month.slice(5);
  return name === '07' || name === '08' ? monthWords[name] : (monthWords.others[place] ?? monthWords.others[0]);
}
