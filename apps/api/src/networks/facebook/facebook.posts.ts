import { AnswerDraft } from '../core/answer-draft.js';
import type { ListedPage } from '../core/bounded-paging.js';
import { cursorAfter } from '../core/meta-answers.js';
import { metaDay } from '../core/meta-day.js';
import { isGone, isPermissionMissing } from '../core/meta-graph-errors.js';
import type { GraphOutcome, MetaGraph } from '../core/meta-graph.js';
import { type ChannelAccess, type Cursor, EMPTY_PAGE, type JsonValue, type KnownPost, type MeasureRefusal, type ReadingPage } from '../core/network-connector.js';
import type { NetworkError } from '../core/network-error.js';
import type { PostReading } from '../core/readings.js';
import { type FacebookInsights, facebookInsights, type FacebookPost, facebookPost, facebookPostIds, type FacebookPosts, facebookPosts } from './facebook.answers.js';
import { prefixOf, toPost } from './facebook.mapping.js';
import { type FacebookMemory, keepMemory, living, postFields, readMemory, refusals, viewBreakdowns } from './facebook.metrics.js';
import { concede, fieldsOf, firstPlan, metricsOf, type Place, placeOf, type Plan, wantedMetrics } from './facebook.plan.js';
import { isProbeDue, probe } from './facebook.probe.js';

/** Whoever lacks it reads reactions and comments by their kinds alone. */
const TOTALS_PERMISSION = 'pages_read_user_content';
const VIEWS = 'post_media_view';
const BREAKDOWNS = Object.keys(viewBreakdowns);

type IsDue = (post: { externalId: string; publishedAt: Date }) => boolean;

/** The posts of one page during one collection. What is asked for shrinks as Meta refuses, and that is remembered. */
export class PagePosts {
  private memory: FacebookMemory;
  private readsTotals = true;
  private without: readonly string[] = [];
  private hasProbed = false;
  private hasToldRefusals = false;

  constructor(private readonly graph: MetaGraph, private readonly access: ChannelAccess, private readonly now: () => Date) {
    this.memory = readMemory(access.memory);
  }

  /** One page of the list. */
  async list(cursor: Cursor | null, since: Date, isDue: IsDue): Promise<ListedPage> {
    if (cursor === null) await this.probeIfDue();
    const start = placeOf(cursor, this.firstPlan());
    const { answer, plan } = await this.withConcessions(start, (tried) => this.askFully({ ...tried, after: start.after }, since));
    const readable = answer.data.members;
    const draft = new AnswerDraft(this.now());
    for (let left = answer.data.unreadable; left > 0; left -= 1) draft.remark('post-unreadable', null);
    this.notePrefix(readable);
    const posts = await this.toReadings(readable, { plan, draft, isDue });
    return { ids: readable.map(({ id }) => id), posts, remarks: draft.remarks, next: nextOf(answer, plan), also: this.also() };
  }

  /** Posts by identifier, a batch's worth of them. */
  async read(posts: readonly KnownPost[]): Promise<ReadingPage> {
    const [first] = posts;
    if (isProbeDue(this.memory.post, metaDay(this.now())) && first) await this.probe(this.graphId(first.externalId));
    return this.withConcessions(this.firstPlan(), (plan) => this.readAs(plan, posts));
  }

  private async readAs(plan: Plan, posts: readonly KnownPost[]): Promise<ReadingPage> {
    const operations = posts.map(({ externalId }) => ({ path: this.graphId(externalId), parameters: { fields: fieldsOf(plan, this.memory.post) } }));
    const outcomes = await this.graph.batch(operations, facebookPost);
    const absent = posts.filter((_post, position) => isGone(outcomes[position]?.error)).map(({ externalId }) => externalId);
    // Meta says the same of a post that is gone and of a page that may no longer be looked at.
    if (absent.length === posts.length) await this.graph.get(this.access.externalId, { fields: 'id' }, facebookPostIds.shape.data.element);
    const found = outcomes.flatMap((outcome) => bodyUnlessGone(outcome) ?? []);
    const draft = new AnswerDraft(this.now());
    const readings = await this.toReadings(found, { plan, draft, isDue: () => true });
    return { ...EMPTY_PAGE, posts: readings, absent, remarks: draft.remarks, ...this.also() };
  }

  /** Readings of those that are due; only for them are further requests paid. */
  private async toReadings(posts: readonly FacebookPost[], how: { plan: Plan; draft: AnswerDraft; isDue: IsDue }): Promise<PostReading[]> {
    const { plan, draft, isDue } = how;
    // Asked of a draft of its own: remarks are for the second reading.
    const due = posts.filter((post) => {
      const reading = toPost({ post, byAds: null, byFollowers: null }, new AnswerDraft(draft.observedAt));
      return reading !== null && isDue(reading);
    });
    const apart = plan.isApart ? await this.insightsApart(due, plan) : new Map<string, FacebookInsights>();
    const parts = await this.viewsByPart(due);
    return posts.flatMap((post) => {
      // Only where shares were asked for does their absence mean 0.
      const shares = plan.without.includes('shares') ? {} : post.shares;
      const insights = post.insights ?? apart.get(post.id) ?? null;
      return toPost({ post: { ...post, shares, insights }, byAds: parts.get(`${post.id} is_from_ads`) ?? null, byFollowers: parts.get(`${post.id} is_from_followers`) ?? null }, draft) ?? [];
    });
  }

  private async insightsApart(posts: readonly FacebookPost[], plan: Plan): Promise<Map<string, FacebookInsights>> {
    const metric = metricsOf(plan, this.memory.post).join(',');
    if (metric === '') return new Map();
    return this.insightsOf(posts.map(({ id }) => ({ key: id, path: this.insightsPath(id), parameters: { metric } })));
  }

  private async viewsByPart(posts: readonly FacebookPost[]): Promise<Map<string, FacebookInsights>> {
    const breakdowns = living([VIEWS], this.memory.post).length === 0 ? [] : living(BREAKDOWNS, this.memory.post);
    return this.insightsOf(posts.flatMap(({ id }) => breakdowns.map((breakdown) => ({ key: `${id} ${breakdown}`, path: this.insightsPath(id), parameters: { metric: VIEWS, breakdown } }))));
  }

  /** Insights by key; a post without any costs those figures alone. @throws NetworkError when the access or the network is in trouble */
  private async insightsOf(operations: readonly { key: string; path: string; parameters: Record<string, string> }[]): Promise<Map<string, FacebookInsights>> {
    const outcomes = await this.graph.batch(operations, facebookInsights);
    const found = new Map<string, FacebookInsights>();
    for (const [position, { body, error }] of outcomes.entries()) {
      if (body !== null) found.set(operations[position]?.key ?? '', body);
      else if (isTrouble(error)) throw error;
    }
    return found;
  }

  /** A list that does not bear its insights may look empty: an empty one is asked for again without. */
  private async askFully(place: Place, since: Date): Promise<{ answer: FacebookPosts; plan: Plan }> {
    const { after, ...plan } = place;
    const answer = await this.ask(place, since);
    const isEmpty = after === null && answer.data.members.length + answer.data.unreadable === 0;
    if (!isEmpty || plan.isApart || metricsOf(plan, this.memory.post).length === 0) return { answer, plan };
    return { answer: await this.ask({ ...place, isApart: true }, since), plan: { ...plan, isApart: true } };
  }

  private ask({ after, ...plan }: Place, since: Date): Promise<FacebookPosts> {
    const seconds = String(Math.max(0, Math.floor(since.getTime() / 1000)));
    const parameters = { fields: fieldsOf(plan, this.memory.post), limit: String(plan.limit), since: seconds, ...(after === null ? {} : { after }) };
    return this.graph.get(`${this.access.externalId}/published_posts`, parameters, facebookPosts);
  }

  /** Asks for less and less, until Meta answers or nothing is left to concede. */
  private async withConcessions<T>(first: Plan, attempt: (plan: Plan) => Promise<T>): Promise<T> {
    let plan: Plan | null = first;
    let refusal: unknown = null;
    while (plan) {
      try {
        const answer = await attempt(plan);
        this.note(plan, first);
        return answer;
      } catch (error) {
        refusal = error;
      }
      plan = await this.lesserPlan(plan, refusal);
    }
    throw refusal;
  }

  /** Only a refusal is remembered: a permission that was never given may be given any day. */
  private note({ withTotals, without }: Plan, first: Plan): void {
    this.readsTotals = withTotals;
    if (without.length > this.without.length) this.hasToldRefusals = false;
    this.without = without;
    if (first.withTotals) this.memory = { ...this.memory, readsTotals: withTotals };
  }

  /** Null: nothing is left to concede. */
  private async lesserPlan(plan: Plan, refusal: unknown): Promise<Plan | null> {
    const concession = concede(plan, refusal, this.hasProbed);
    if (concession !== 'probe') return concession && concession.plan;
    await this.probeNewest();
    return plan;
  }

  private firstPlan(): Plan {
    const scopes = this.access.secret?.scopes ?? [];
    // A token that somebody pasted does not say what it may do: it is tried once.
    const mayReadTotals = scopes.length === 0 || scopes.includes(TOTALS_PERMISSION);
    return firstPlan(mayReadTotals && this.memory.readsTotals !== false);
  }

  private async probeIfDue(): Promise<void> {
    if (isProbeDue(this.memory.post, metaDay(this.now()))) await this.probeNewest();
  }

  private async probeNewest(): Promise<void> {
    const { data } = await this.graph.get(`${this.access.externalId}/published_posts`, { fields: 'id', limit: '1' }, facebookPostIds);
    if (data[0] !== undefined) await this.probe(data[0].id);
    this.hasProbed = true;
  }

  private async probe(graphId: string): Promise<void> {
    const path = this.insightsPath(graphId);
    const metrics = wantedMetrics({ withTotals: false }).map((name) => ({ name, path, parameters: { metric: name } }));
    const breakdowns = BREAKDOWNS.map((name) => ({ name, path, parameters: { metric: VIEWS, breakdown: name } }));
    // Once a week it is also tried anew whether totals may be read.
    this.memory = { ...this.memory, readsTotals: this.hasProbed ? this.memory.readsTotals : null, post: await probe(this.graph, [...metrics, ...breakdowns], metaDay(this.now())) };
    this.hasProbed = true;
    this.hasToldRefusals = false;
  }

  /** What a page says beside its posts; refusals once a collection. */
  private also(): { memory: JsonValue; refused: readonly MeasureRefusal[]; pauseUntil?: Date } {
    const lost = refusals(Object.keys(postFields), { day: null, refused: Object.fromEntries(this.without.map((field) => [field, 'withdrawn' as const])) });
    const refused = this.hasToldRefusals ? [] : [...refusals([...wantedMetrics({ withTotals: this.readsTotals }), ...BREAKDOWNS], this.memory.post), ...lost];
    this.hasToldRefusals = true;
    return { memory: keepMemory(this.memory), refused, ...this.graph.pausing };
  }

  /** Photographs are sometimes listed by a bare identifier, on which there are no insights. */
  private insightsPath(graphId: string): string {
    return `${prefixOf(graphId) === null ? this.graphId(graphId) : graphId}/insights`;
  }

  private graphId(externalId: string): string {
    return `${this.memory.prefix ?? this.access.externalId}_${externalId}`;
  }

  private notePrefix(posts: readonly FacebookPost[]): void {
    const prefix = posts.map(({ id }) => prefixOf(id)).find((found) => found !== null);
    if (prefix !== undefined) this.memory = { ...this.memory, prefix };
  }
}

function nextOf({ data, paging }: FacebookPosts, plan: Plan): Cursor | null {
  const after = cursorAfter(paging, data.members.length + data.unreadable);
  return after === null ? null : { after, limit: plan.limit, withTotals: plan.withTotals, isApart: plan.isApart, without: plan.without };
}

/** @throws NetworkError that the operation ended in, but for a post that is gone */
function bodyUnlessGone<T>({ body, error }: GraphOutcome<T>): T | null {
  if (error !== null && !isGone(error)) throw error;
  return body;
}

function isTrouble(error: NetworkError): boolean {
  return ['access-revoked', 'rate-limited', 'unavailable', 'version-retired'].includes(error.reason) || isPermissionMissing(error);
}
