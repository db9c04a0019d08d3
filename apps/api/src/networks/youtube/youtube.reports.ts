import type { Measure } from '@portee/shared';
import type { AnswerDraft } from '../core/answer-draft.js';
import type { MeasureRefusal } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import type { PostReading } from '../core/readings.js';
import { pacificDay } from './pacific-days.js';
import { NO_FACTS, type ReportRow, rowsOf, toFollowersSplit, toPaidSplit, type VideoFacts, withFacts } from './youtube.mapping.js';
import type { ReportAsk, YoutubeServices } from './youtube.services.js';

/** Reports are two or three days late: younger videos have no row in them. */
const LATE_MS = 48 * 3_600_000;

/** What is asked of all videos of a page at once, by YouTube's names. `views` is there to sort by. */
const METRICS = [
  { name: 'engagedViews', fact: 'engagedViews', measure: 'videoViews' },
  { name: 'estimatedMinutesWatched', fact: 'minutesWatched', measure: 'watchTimeSeconds' },
  { name: 'shares', fact: 'shares', measure: 'shares' },
  { name: 'videosAddedToPlaylists', fact: 'saves', measure: 'saves' },
] as const;
/** What is asked of each video. */
const SPLITS = [
  { dimension: 'insightTrafficSourceType', measures: ['viewsOrganic', 'viewsPaid'], read: toPaidSplit },
  { dimension: 'subscribedStatus', measures: ['viewsFollowers'], read: toFollowersSplit },
] as const;

/**
 * Completes the videos of one collection with what reports tell. A report that is refused costs its own measures; it is not
 * asked for again in the same collection.
 */
export class VideoReports {
  private readonly reasons = new Map<string, MeasureRefusal['reason']>();

  constructor(private readonly services: YoutubeServices) {}

  /** The measures that could not be had, and why. */
  get refused(): MeasureRefusal[] {
    const refusal = (name: string, measure: Measure): MeasureRefusal[] => {
      const reason = this.reasons.get(name);
      return reason ? [{ measure, name, reason }] : [];
    };
    return [...METRICS.flatMap(({ name, measure }) => refusal(name, measure)), ...SPLITS.flatMap(({ dimension, measures }) => measures.flatMap((measure) => refusal(dimension, measure)))];
  }

  async complete(posts: readonly PostReading[], draft: AnswerDraft): Promise<PostReading[]> {
    const late = posts.filter(({ publishedAt }) => draft.observedAt.getTime() - publishedAt.getTime() >= LATE_MS);
    const facts = new Map<string, VideoFacts>();
    if (late.length > 0) await this.readMetrics(late, draft, facts);
    for (const post of late) await this.readSplits(post, draft, facts);
    return posts.map((post) => withFacts(post, facts.get(post.externalId) ?? NO_FACTS));
  }

  private async readMetrics(posts: readonly PostReading[], draft: AnswerDraft, facts: Map<string, VideoFacts>): Promise<void> {
    for (const row of await this.metricRows(posts, draft)) {
      const video = typeof row['video'] === 'string' ? row['video'] : '';
      const read = METRICS.flatMap(({ name, fact }) => (name in row ? [[fact, draft.count(row[name], video)]] : []));
      facts.set(video, { ...(facts.get(video) ?? NO_FACTS), ...Object.fromEntries(read) });
    }
  }

  /** All metrics at once; where that is refused each alone, so that the one at fault is found. */
  private async metricRows(posts: readonly PostReading[], draft: AnswerDraft): Promise<ReportRow[]> {
    const names = METRICS.map(({ name }) => name).filter((name) => !this.reasons.has(name));
    if (names.length === 0) return [];
    const ask = { ...spanOf(posts, draft), dimension: 'video', videos: posts.map(({ externalId }) => externalId) } as const;
    const all = await this.ask({ ...ask, metrics: ['views', ...names] });
    if (Array.isArray(all)) return all;
    const rows: ReportRow[] = [];
    for (const name of names) {
      const alone = all === 'permission-missing' ? all : await this.ask({ ...ask, metrics: ['views', name] });
      if (Array.isArray(alone)) rows.push(...alone);
      else this.reasons.set(name, alone);
    }
    return rows;
  }

  private async readSplits(post: PostReading, draft: AnswerDraft, facts: Map<string, VideoFacts>): Promise<void> {
    const { externalId } = post;
    for (const { dimension, read } of SPLITS) {
      if (this.reasons.has(dimension)) continue;
      const rows = await this.ask({ ...spanOf([post], draft), dimension, metrics: ['views'], videos: [externalId] });
      if (Array.isArray(rows)) facts.set(externalId, { ...(facts.get(externalId) ?? NO_FACTS), ...read(rows, draft, externalId) });
      else this.reasons.set(dimension, rows);
    }
  }

  private ask(ask: ReportAsk): Promise<ReportRow[] | MeasureRefusal['reason']> {
    return rowsOrRefusal(this.services, ask);
  }
}

/** The rows of a report, or why it is refused: not the owner's access, or no such question any more. @throws NetworkError for all else */
export async function rowsOrRefusal(services: YoutubeServices, ask: ReportAsk): Promise<ReportRow[] | MeasureRefusal['reason']> {
  try {
    return rowsOf(await services.report(ask));
  } catch (error) {
    if (error instanceof NetworkError && error.reason === 'permission-missing') return 'permission-missing';
    if (error instanceof NetworkError && error.status === 400) return 'withdrawn';
    throw error;
  }
}

/** From the day on which the oldest was published until today. */
function spanOf(posts: readonly PostReading[], draft: AnswerDraft): { startDate: string; endDate: string } {
  const oldest = Math.min(...posts.map(({ publishedAt }) => publishedAt.getTime()));
  return { startDate: pacificDay(new Date(oldest)), endDate: pacificDay(draft.observedAt) };
}
