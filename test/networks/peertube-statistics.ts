import type { PlayedAccount, PlayedPost } from './played-account.js';
import { invalidParameter, problem } from './peertube-problems.js';
import type { Reply } from './stand-in.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Part of a video that its viewers watch. */
const WATCHED = 0.4;

export interface StatisticsSettings {
  now: () => Date;
  /** How late the owner's figures are. */
  delayMs: number;
  /** Whether the server knows countries. */
  hasGeoIp: boolean;
  /** Version of the server, as 603 or 802. */
  release: number;
}

interface Video {
  channel: PlayedAccount;
  post: PlayedPost;
  durationSeconds: number;
}

interface Span {
  from: Date | null;
  to: Date;
}

/** What PeerTube counts for the owner of a video, late. */
export class PeerTubeStatistics {
  constructor(private readonly settings: StatisticsSettings) {}

  overall(video: Video, query: URLSearchParams): Reply {
    const span = this.spanOf(query);
    if ('refusal' in span) return span.refusal;
    const viewers = this.viewersIn(video, span);
    const average = viewers > 0 ? Math.round(video.durationSeconds * WATCHED) : 0;
    return {
      json: {
        totalWatchTime: viewers * average, averageWatchTime: average, totalViewers: viewers, viewersPeak: Math.min(viewers, 3),
        viewersPeakDate: viewers > 0 ? new Date(video.post.publishedAt.getTime() + HOUR_MS).toISOString() : null, ...this.places(viewers),
      },
    };
  }

  timeseries(video: Video, metric: string | undefined, query: URLSearchParams): Reply {
    const known = ['viewers', 'aggregateWatchTime', ...(this.settings.release >= 703 ? ['downloads'] : [])];
    if (metric === undefined || !known.includes(metric)) return invalidParameter('metric');
    if (query.has('startDate') !== query.has('endDate')) return problem(400, 'Both start date and end date should be defined if one of them is specified');
    const span = this.spanOf(query);
    if ('refusal' in span) return span.refusal;
    const from = span.from ?? video.post.publishedAt;
    const { name, ms } = intervalOf(span.to.getTime() - from.getTime());
    const starts = Array.from({ length: Math.max(1, Math.ceil((span.to.getTime() - from.getTime()) / ms)) }, (_, index) => from.getTime() + index * ms);
    const factor = metric === 'viewers' ? 1 : metric === 'downloads' ? 0 : Math.round(video.durationSeconds * WATCHED);
    const value = (start: number) => this.viewersIn(video, { from: new Date(start), to: new Date(Math.min(start + ms, span.to.getTime())) }) * factor;
    return { json: { groupInterval: name, data: starts.map((start) => ({ date: new Date(start).toISOString(), value: value(start) })) } };
  }

  retention({ durationSeconds }: Video): Reply {
    const data = Array.from({ length: durationSeconds }, (_, second) => ({ second, retentionPercent: Math.round(100 - (60 * second) / durationSeconds) }));
    return { json: { data } };
  }

  /** Older servers take the call for a mistake. */
  userAgent(video: Video, query: URLSearchParams): Reply {
    if (this.settings.release < 700) return invalidParameter('metric');
    const span = this.spanOf(query);
    if ('refusal' in span) return span.refusal;
    const viewers = this.viewersIn(video, span);
    return { json: { clients: [{ name: 'Firefox', viewers }], devices: [{ name: 'mobile', viewers }], operatingSystems: [{ name: 'Linux', viewers }] } };
  }

  private viewersIn({ channel, post }: Video, { from, to }: Span): number {
    const known = new Date(this.settings.now().getTime() - this.settings.delayMs);
    const until = (instant: Date) => channel.figuresOf(post.number, instant < known ? instant : known).reach;
    return Math.max(0, until(to) - (from === null ? 0 : until(from)));
  }

  private spanOf(query: URLSearchParams): Span | { refusal: Reply } {
    const [start, end] = [query.get('startDate'), query.get('endDate')];
    if (start !== null && Number.isNaN(Date.parse(start))) return { refusal: invalidParameter('startDate') };
    if (end !== null && Number.isNaN(Date.parse(end))) return { refusal: invalidParameter('endDate') };
    return { from: start === null ? null : new Date(start), to: end === null ? this.settings.now() : new Date(end) };
  }

  private places(viewers: number): Record<string, unknown> {
    const belgians = Math.ceil(viewers * 0.8);
    const isEmpty = !this.settings.hasGeoIp || viewers === 0;
    const countries = [{ isoCode: 'BE', viewers: belgians }, { isoCode: 'FR', viewers: viewers - belgians }].filter((country) => country.viewers > 0);
    return { countries: isEmpty ? [] : countries, subdivisions: isEmpty ? [] : [{ name: 'Wallonie', viewers: belgians }] };
  }
}

/** The server chooses the interval by how long the span is. */
function intervalOf(spanMs: number): { name: string; ms: number } {
  if (spanMs > 3 * DAY_MS) return { name: '1 day', ms: DAY_MS };
  if (spanMs >= 2 * HOUR_MS) return { name: '1 hour', ms: HOUR_MS };
  return { name: '1 minute', ms: MINUTE_MS };
}
