import { addDays, lastDay, monthOf, monthsBetween } from '@portee/shared';
import { z } from 'zod';
import { AnswerDraft } from '../core/answer-draft.js';
import { type DayWindow, metaDay, newestWindow, rememberedSince, startOfMetaDay } from '../core/meta-day.js';
import { isBadParameter, isInvalidMetric, isPermissionMissing, isUnknownFailure } from '../core/meta-graph-errors.js';
import type { GraphParameters } from '../core/meta-graph.js';
import type { DaySeries } from '../core/meta-series.js';
import { type ChannelAccess, type Cursor, EMPTY_PAGE, type MeasureRefusal, type ReadingPage } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import type { ChannelReading } from '../core/readings.js';
import { type InstagramInsights, instagramInsights } from './instagram.answers.js';
import type { InstagramDoor } from './instagram.door.js';
import { joinDays, toFollowersReached, toReachedDays, toToday } from './instagram.mapping.js';

/** Longest window of days asked for; Meta documents no other end of it than an error. */
const WINDOW_DAYS = 89;
/** Two years, less the day that is running. */
const REMEMBERED_DAYS = 729;
/** One of Meta's pages says that no more than this is kept, its errors say two years: beyond it a refusal is an end. */
const SURELY_REMEMBERED_DAYS = 90;
/** Span over which the followers reached are told apart. A window of one day would answer 0. */
const SPAN_DAYS = 28;
/** Beyond it the parts by follow type stand still, and nothing says so. */
const PARTED_DAYS = 366;
/** Figures arrive up to 48 hours late: the last day that ended so long ago. */
const SETTLED_AFTER_DAYS = 3;

const kept = z.object({ until: z.iso.date(), days: z.number().int().min(1).max(WINDOW_DAYS) });
type Place = z.infer<typeof kept>;

/** The figures of an account by the day, during one collection: today's followers, then its series, newest days first. */
export class AccountDays implements DaySeries {
  constructor(private readonly door: InstagramDoor, private readonly access: Pick<ChannelAccess, 'timeZone' | 'memory'>, private readonly now: () => Date) {}

  /** Followers and name as they are now. @throws NetworkError permission-missing  at the first collection, where no insights may be read */
  async today(sinceDay: string): Promise<ReadingPage> {
    const account = await this.door.account();
    if (this.access.memory === null) await this.tryInsights();
    const draft = new AnswerDraft(this.now());
    const today = toToday(account, draft, this.access.timeZone);
    const name = draft.text(account.username);
    const until = metaDay(this.now());
    return {
      ...EMPTY_PAGE, days: today === null ? [] : [today], remarks: draft.remarks, ...(name === null ? {} : { name }),
      cursor: this.placeAt(sinceDay, { until, days: WINDOW_DAYS }), ...this.door.pausing,
    };
  }

  private async tryInsights(): Promise<void> {
    const today = metaDay(this.now());
    try {
      await this.ask({ metric_type: 'time_series' }, { since: addDays(today, -1), until: today });
    } catch (error) {
      if (!isInvalidMetric(error)) throw error;
    }
  }

  async window(cursor: Cursor, sinceDay: string): Promise<ReadingPage> {
    const place: Place = kept.safeParse(cursor).data ?? { until: metaDay(this.now()), days: WINDOW_DAYS };
    const window = newestWindow({ since: this.clamped(sinceDay), until: place.until }, place.days);
    if (window === null) return EMPTY_PAGE;
    try {
      return await this.read(window, { sinceDay, place });
    } catch (error) {
      const shorter = shorterThan(place.days, error);
      if (shorter !== null) return { ...EMPTY_PAGE, cursor: { ...place, days: shorter }, ...this.door.pausing };
      if (isBadParameter(error) && window.since < addDays(metaDay(this.now()), -SURELY_REMEMBERED_DAYS)) return EMPTY_PAGE;
      if (!isInvalidMetric(error)) throw error;
      return { ...EMPTY_PAGE, refused: [{ measure: 'reach', name: 'reach', reason: 'withdrawn' }, { measure: 'followersReached28Days', name: 'reach, follow_type', reason: 'withdrawn' }] };
    }
  }

  private async read(window: DayWindow, { sinceDay, place }: { sinceDay: string; place: Place }): Promise<ReadingPage> {
    const reached = await this.ask({ metric_type: 'time_series' }, window);
    const draft = new AnswerDraft(this.now());
    const days = toReachedDays(reached, draft, window);
    const { ends, refused } = await this.followersReached(window, draft);
    return {
      ...EMPTY_PAGE, days: joinDays(days, ends), remarks: draft.remarks, refused,
      cursor: this.placeAt(sinceDay, { ...place, until: window.since }), ...this.door.pausing,
    };
  }

  /** Spans that end in the window: the latest that is settled, and those that end a month. */
  private async followersReached(window: DayWindow, draft: AnswerDraft): Promise<{ ends: ChannelReading[]; refused: MeasureRefusal[] }> {
    const ends: ChannelReading[] = [];
    try {
      for (const day of this.spanEnds(window)) ends.push(...(await this.span(day, draft)));
      return { ends, refused: [] };
    } catch (error) {
      const refused = partingRefusal(error);
      if (refused === null) throw error;
      return { ends, refused: [{ measure: 'followersReached28Days', name: 'reach, follow_type', reason: refused }] };
    }
  }

  private async span(lastDay: string, draft: AnswerDraft): Promise<ChannelReading[]> {
    const answer = await this.ask({ metric_type: 'total_value', breakdown: 'follow_type' }, { since: addDays(lastDay, 1 - SPAN_DAYS), until: addDays(lastDay, 1) });
    const reading = toFollowersReached(answer, draft, lastDay);
    return reading === null ? [] : [reading];
  }

  private spanEnds({ since, until }: DayWindow): string[] {
    const today = metaDay(this.now());
    const settled = addDays(today, -SETTLED_AFTER_DAYS);
    const first = addDays(today, SPAN_DAYS - PARTED_DAYS);
    const monthEnds = monthsBetween(monthOf(since), monthOf(until)).map((month) => lastDay(month));
    const isWanted = (day: string) => day >= since && day < until && day <= settled && day >= first;
    // The latest span is told whatever the window: a window may be shorter than the delay.
    return [...new Set([...monthEnds.filter(isWanted), ...(until === today ? [settled] : [])])];
  }

  private ask(parameters: GraphParameters, { since, until }: DayWindow): Promise<InstagramInsights> {
    return this.door.edge('insights', { metric: 'reach', period: 'day', ...parameters, since: startOfMetaDay(since), until: startOfMetaDay(until) }, instagramInsights);
  }

  private placeAt(sinceDay: string, place: Place): Cursor | null {
    return this.clamped(sinceDay) < place.until ? { until: place.until, days: place.days } : null;
  }

  private clamped(sinceDay: string): string {
    return rememberedSince(sinceDay, this.now(), REMEMBERED_DAYS);
  }
}

/** The window that Meta allows, where it says that one was too long; null: it says something else. */
function shorterThan(days: number, error: unknown): number | null {
  if (!isBadParameter(error) || !(error instanceof NetworkError)) return null;
  const allowed = Number(/more than (\d{1,3}) days/i.exec(error.message)?.[1] ?? 0);
  return allowed >= 2 && allowed <= days ? allowed - 1 : null;
}

/** Why the parts by follow type are not to be had, while the series is; null: everything is in trouble. What cannot be parted is an "unknown error" to Meta. */
function partingRefusal(error: unknown): MeasureRefusal['reason'] | null {
  if (isPermissionMissing(error)) return 'permission-missing';
  return isBadParameter(error) || isUnknownFailure(error) ? 'withdrawn' : null;
}
