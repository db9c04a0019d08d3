import { cleanText, cutText } from './clean-text.js';
import type { ReadingRemark } from './network-connector.js';
import { readCount } from './read-count.js';

/** No network that Portée asks is older than Facebook, which opened in February 2004. */
const FIRST_INSTANT = Date.UTC(2004, 0, 1);
/** Clocks of two machines differ by so much without anybody lying. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const MAX_URL = 2000;
/** An hour without an offset means something else on every machine. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * One answer being turned into readings. What it claims and cannot be so is left out, with a remark; nothing here throws.
 * Identifiers are those of the post a value belongs to, null for the channel's own.
 */
export class AnswerDraft {
  readonly remarks: ReadingRemark[] = [];

  /** @param observedAt  when the answer had come: nothing is published after it */
  constructor(readonly observedAt: Date) {}

  remark(reason: ReadingRemark['reason'], externalId: string | null): void {
    this.remarks.push({ reason, externalId });
  }

  /** A count sent as a number or as digits, of any type the network pleases; null when absent, negative or no whole number under a billion. */
  count(value: unknown, externalId: string | null): number | null {
    if (value === undefined || value === null) return null;
    const outcome = typeof value === 'number' || typeof value === 'string' ? readCount(String(value).trim()) : { reason: 'not-a-number' as const };
    if ('value' in outcome) return outcome.value;
    this.remark(outcome.reason === 'negative' ? 'count-negative' : 'count-unreadable', externalId);
    return null;
  }

  /** Sum of counts of which some may be absent; null when all are. */
  sum(values: readonly unknown[], externalId: string | null): number | null {
    const counts = values.map((value) => this.count(value, externalId)).filter((count) => count !== null);
    return counts.length === 0 ? null : counts.reduce((total, count) => total + count, 0);
  }

  /** A count and one that only some servers know: absent, it adds nothing. Null where either cannot be read. */
  countWith(value: unknown, added: unknown, externalId: string | null): number | null {
    const count = this.count(value, externalId);
    if (added === undefined || added === null) return count;
    const more = this.count(added, externalId);
    return count === null || more === null ? null : count + more;
  }

  /** Instant of publication from ISO text; null: unreadable or to come, the post is to be left out. A clock minutes ahead counts as now. */
  publishedAt(value: unknown, externalId: string): Date | null {
    const ms = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(ms) || ms < FIRST_INSTANT) return this.leftOut('date-unreadable', externalId);
    const ahead = ms - this.observedAt.getTime();
    if (ahead > CLOCK_TOLERANCE_MS) return this.leftOut('published-in-future', externalId);
    return new Date(Math.min(ms, this.observedAt.getTime()));
  }

  /** Text without control signs, cut at the longest that is kept; null when nothing is left. */
  text(value: unknown): string | null {
    const clean = typeof value === 'string' ? cleanText(value) : null;
    return clean === null ? null : cutText(clean).text;
  }

  /** A web address; null for anything else. */
  url(value: unknown): string | null {
    return typeof value === 'string' && value.length <= MAX_URL && /^https?:\/\/[^\s/]+\S*$/i.test(value) ? value : null;
  }

  private leftOut(reason: ReadingRemark['reason'], externalId: string): null {
    this.remark(reason, externalId);
    return null;
  }
}
