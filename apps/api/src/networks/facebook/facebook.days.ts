import { addDays } from '@portee/shared';
import { z } from 'zod';
import { AnswerDraft } from '../core/answer-draft.js';
import { type DayWindow, metaDay, newestWindow, rememberedSince } from '../core/meta-day.js';
import { isInvalidMetric, isPermissionMissing, unknownField } from '../core/meta-graph-errors.js';
import type { MetaGraph } from '../core/meta-graph.js';
import type { DaySeries } from '../core/meta-series.js';
import { type ChannelAccess, type Cursor, EMPTY_PAGE, type ReadingPage } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import { type FacebookInsights, facebookInsights, type FacebookPage, facebookPage } from './facebook.answers.js';
import { toDays, toToday } from './facebook.mapping.js';
import { type FacebookMemory, keepMemory, living, pageMetrics, readMemory, refusals } from './facebook.metrics.js';
import { isProbeDue, probe } from './facebook.probe.js';

/** Meta allows 90 days between two ends, and a change of clocks makes 90 days longer than 90 times 24 hours. */
const WINDOW_DAYS = 89;
/** Two years: what Meta keeps. */
export const REMEMBERED_DAYS = 730;
/** Under so many likes of a page it has no insights, and the answer is empty. */
const FEWEST_LIKES = 100;

const NAMES = Object.keys(pageMetrics);
const kept = z.object({ until: z.iso.date() });

/** The figures of a page by the day, during one collection: today's followers, then its series, newest days first. */
export class PageDays implements DaySeries {
  private memory: FacebookMemory;
  private likes: number | null = null;

  constructor(private readonly graph: MetaGraph, private readonly access: ChannelAccess, private readonly now: () => Date) {
    this.memory = readMemory(access.memory);
  }

  /** Followers and name as they are now, and which metrics live. @throws NetworkError permission-missing  where no insights at all may be read */
  async today(sinceDay: string): Promise<ReadingPage> {
    const page = await this.page(['id', 'name', 'followers_count', 'fan_count']);
    if (isProbeDue(this.memory.page, metaDay(this.now()))) await this.probe();
    if (NAMES.every((name) => this.memory.page?.refused[name] === 'permission-missing')) throw new NetworkError('permission-missing', 'no insights of the page may be read');
    const draft = new AnswerDraft(this.now());
    const today = toToday(page, draft, this.access.timeZone);
    this.likes = typeof page.fan_count === 'number' ? page.fan_count : null;
    const name = draft.text(page.name);
    return {
      ...EMPTY_PAGE, days: today === null ? [] : [today], remarks: draft.remarks, refused: refusals(NAMES, this.memory.page),
      ...(name === null ? {} : { name }), memory: keepMemory(this.memory), cursor: this.cursorAt({ since: this.clamped(sinceDay), until: metaDay(this.now()) }), ...this.graph.pausing,
    };
  }

  /** A field that pages have no longer is left out. */
  private async page(fields: readonly string[]): Promise<FacebookPage> {
    try {
      return await this.graph.get(this.access.externalId, { fields: fields.join(',') }, facebookPage);
    } catch (error) {
      const left = fields.filter((field) => field !== unknownField(error));
      if (left.length === fields.length) throw error;
      return this.page(left);
    }
  }

  async window(cursor: Cursor, sinceDay: string): Promise<ReadingPage> {
    const until = kept.safeParse(cursor).data?.until ?? metaDay(this.now());
    const since = this.clamped(sinceDay);
    const window = newestWindow({ since, until }, WINDOW_DAYS);
    if (window === null) return EMPTY_PAGE;
    const before = this.memory;
    const answer = await this.ask(window);
    const draft = new AnswerDraft(this.now());
    const days = toDays(answer, draft, window);
    return {
      ...EMPTY_PAGE, days, remarks: draft.remarks, cursor: this.cursorAt({ since, until: window.since }), ...this.graph.pausing,
      ...(days.length === 0 && this.likes !== null && this.likes < FEWEST_LIKES ? { refused: this.tooFew() } : {}),
      ...(before === this.memory ? {} : { memory: keepMemory(this.memory), refused: refusals(NAMES, this.memory.page) }),
    };
  }

  private async ask(window: DayWindow): Promise<FacebookInsights> {
    try {
      return await this.askOnce(window);
    } catch (error) {
      if (!isInvalidMetric(error) && !isPermissionMissing(error)) throw error;
      // Since the last trial a metric or a permission has been taken away.
      await this.probe();
      return this.askOnce(window);
    }
  }

  private async askOnce({ since, until }: DayWindow): Promise<FacebookInsights> {
    const metrics = living(NAMES, this.memory.page);
    if (metrics.length === 0) return { data: [] };
    return this.graph.get(`${this.access.externalId}/insights`, { metric: metrics.join(','), period: 'day', since, until }, facebookInsights);
  }

  private async probe(): Promise<void> {
    const today = metaDay(this.now());
    const span = { since: addDays(today, -2), until: today };
    const trials = NAMES.map((name) => ({ name, path: `${this.access.externalId}/insights`, parameters: { metric: name, period: 'day', ...span } }));
    this.memory = { ...this.memory, page: await probe(this.graph, trials, today) };
  }

  private tooFew() {
    const refused = Object.fromEntries(living(NAMES, this.memory.page).map((name) => [name, 'too-few-followers' as const]));
    return refusals(NAMES, { day: null, refused });
  }

  /** Null: nothing is left, or no metric lives. */
  private cursorAt({ since, until }: DayWindow): Cursor | null {
    return since < until && living(NAMES, this.memory.page).length > 0 ? { until } : null;
  }

  private clamped(sinceDay: string): string {
    return rememberedSince(sinceDay, this.now(), REMEMBERED_DAYS);
  }
}
