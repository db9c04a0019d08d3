import { z } from 'zod';
import { AnswerDraft } from '../core/answer-draft.js';
import type { ListedPage } from '../core/bounded-paging.js';
import { cursorAfter } from '../core/meta-answers.js';
import { metaDay } from '../core/meta-day.js';
import { allowedValues, isBadParameter, isFewViewers, isGone, isPermissionMissing, isTooMuchData, unknownField } from '../core/meta-graph-errors.js';
import { type ChannelAccess, type Cursor, EMPTY_PAGE, type JsonValue, type KnownPost, type MeasureRefusal, type ReadingPage } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import type { PostReading } from '../core/readings.js';
import { type InstagramInsights, instagramInsights, type InstagramMedia, instagramMedia, instagramMediaPage, type InstagramMediaPage } from './instagram.answers.js';
import type { InstagramDoor } from './instagram.door.js';
import { formatOf, toPost } from './instagram.mapping.js';
import { type InstagramMemory, keepMemory, living, metricsOf, readMemory, refusals, refuse, WATCH_TIME } from './instagram.metrics.js';

const USUAL_LIMIT = 25;
/** Without these no media can be told. */
const NEEDED = ['id', 'timestamp'];
const FIELDS = ['id', 'caption', 'media_type', 'media_product_type', 'permalink', 'timestamp', 'like_count', 'comments_count'];
/** A metric that one kind of media has not got takes the others with it: so often is one left out and the rest asked again. */
const MOST_ROUNDS = 4;

type IsDue = (post: { externalId: string; publishedAt: Date }) => boolean;

/** Where a listing stands. Stories come first: they vanish within a day. */
const kept = z.object({ edge: z.enum(['stories', 'media']), after: z.string().nullable(), limit: z.number().int().min(1).max(100), isApart: z.boolean() });
type Place = z.infer<typeof kept>;
const START: Place = { edge: 'stories', after: null, limit: USUAL_LIMIT, isApart: false };

/** Insights to be asked of one media. */
interface Wanted {
  id: string;
  names: readonly string[];
}

/** The media of one account during one collection. What is asked for shrinks as Meta refuses, and that is remembered. */
export class AccountMedia {
  private memory: InstagramMemory;
  private hasToldRefusals = false;
  /** What is asked of every media, less what media turn out not to have. */
  private fields: readonly string[] = FIELDS;

  constructor(private readonly door: InstagramDoor, access: ChannelAccess, private readonly now: () => Date) {
    this.memory = readMemory(access.memory, this.today);
  }

  /** One page of stories or of media. */
  async list(cursor: Cursor | null, since: Date, isDue: IsDue): Promise<ListedPage> {
    const { answer, place } = await this.askPatiently(kept.safeParse(cursor).data ?? START, since);
    const draft = new AnswerDraft(this.now());
    for (let left = answer.data.unreadable; left > 0; left -= 1) draft.remark('post-unreadable', null);
    const listed = answer.data.members.map((media) => (place.edge === 'stories' ? { ...media, media_product_type: 'STORY' } : media));
    const posts = await this.toReadings(listed, { place, draft, isDue });
    return { ids: listed.map(({ id }) => id), posts, remarks: draft.remarks, next: nextOf(answer, place), also: this.also() };
  }

  /** Media by identifier. Stories are left alone: after a day they are gone by themselves, and nobody deleted them. */
  async read(known: readonly KnownPost[]): Promise<ReadingPage> {
    const asked = known.filter(({ format }) => format !== 'story');
    const outcomes = await this.door.several(asked.map(({ externalId }) => ({ path: externalId, parameters: { fields: this.fields.join(',') } })), instagramMedia);
    if (outcomes.some(({ error }) => this.leavesOut(unknownField(error)))) return this.read(known);
    const absent = asked.filter((_post, position) => isGone(outcomes[position]?.error)).map(({ externalId }) => externalId);
    // Meta says the same of a media that is gone and of an account that may no longer be looked at.
    if (absent.length > 0 && absent.length === asked.length) await this.door.account();
    const found = outcomes.flatMap(({ body, error }) => {
      if (error !== null && !isGone(error)) throw error;
      return body ?? [];
    });
    const draft = new AnswerDraft(this.now());
    const posts = await this.toReadings(found, { place: { ...START, edge: 'media', isApart: true }, draft, isDue: () => true });
    return { ...EMPTY_PAGE, posts, absent, remarks: draft.remarks, ...this.also() };
  }

  /** Readings of a page; further requests are paid for what is due alone. */
  private async toReadings(listed: readonly InstagramMedia[], { place, draft, isDue }: { place: Place; draft: AnswerDraft; isDue: IsDue }): Promise<PostReading[]> {
    const due = listed.filter((media) => {
      const reading = toPost(media, null, new AnswerDraft(draft.observedAt));
      return reading !== null && isDue(reading);
    });
    const common = place.isApart ? living(metricsOf(place.edge, this.door.name), this.memory) : [];
    const wanted = due.map((media) => ({ id: media.id, names: [...common, ...(formatOf(media) === 'short_video' ? living([WATCH_TIME], this.memory) : [])] }));
    const insights = await this.insightsOf(wanted.filter(({ names }) => names.length > 0));
    return listed.flatMap((media) => toPost(media, insights.get(media.id) ?? null, draft) ?? []);
  }

  /** Insights by media. One refused leaves out what it was refused for, and asks again. */
  private async insightsOf(asked: readonly Wanted[]): Promise<Map<string, InstagramInsights>> {
    const found = new Map<string, InstagramInsights>();
    let wanted = asked;
    for (let round = 0; wanted.length > 0 && round < MOST_ROUNDS; round += 1) {
      const outcomes = await this.door.several(wanted.map(({ id, names }) => ({ path: `${id}/insights`, parameters: { metric: names.join(',') } })), instagramInsights);
      const again: Wanted[] = [];
      for (const [position, one] of wanted.entries()) this.sort(one, outcomes[position] ?? { body: null, error: null }, { found, again });
      wanted = again;
    }
    return found;
  }

  private sort(one: Wanted, { body, error }: { body: InstagramInsights | null; error: NetworkError | null }, into: { found: Map<string, InstagramInsights>; again: Wanted[] }): void {
    if (body !== null) into.found.set(one.id, body);
    // Too few people looked at a story, or it vanished meanwhile: it has no figures.
    if (error === null || isFewViewers(error) || isGone(error)) return;
    if (isPermissionMissing(error)) this.refuseAll(one.names, 'permission-missing');
    const names = this.narrowed(one.names, error);
    if (names.length > 0 && names.length < one.names.length) into.again.push({ ...one, names });
  }

  /** The names that an error leaves; as many as before, when it is not about names. */
  private narrowed(names: readonly string[], error: NetworkError): string[] {
    const allowed = allowedValues(error);
    if (allowed !== null) {
      this.refuseAll(names.filter((name) => !allowed.includes(name)), 'withdrawn');
      return names.filter((name) => allowed.includes(name));
    }
    const unsupported = /does not support the (\w+) metric/i.exec(error.message)?.[1];
    return names.filter((name) => name !== unsupported);
  }

  private async askPatiently(start: Place, since: Date): Promise<{ answer: InstagramMediaPage; place: Place }> {
    let place: Place | null = start;
    let refusal: unknown = null;
    while (place) {
      try {
        return { answer: await this.ask(place, since), place };
      } catch (error) {
        refusal = error;
      }
      place = this.concede(place, refusal);
    }
    throw refusal;
  }

  private ask({ edge, after, limit, isApart }: Place, since: Date): Promise<InstagramMediaPage> {
    const names = isApart ? [] : living(metricsOf(edge, this.door.name), this.memory);
    const fields = [...this.fields, ...(names.length === 0 ? [] : [`insights.metric(${names.join(',')})`])].join(',');
    const from = edge === 'media' ? { since: String(Math.max(0, Math.floor(since.getTime() / 1000))) } : {};
    return this.door.edge(edge, { fields, limit: String(limit), ...from, ...(after === null ? {} : { after }) }, instagramMediaPage);
  }

  /** How to ask for less after a refusal; null: nothing is left to concede. */
  private concede(place: Place, error: unknown): Place | null {
    const names = place.isApart ? [] : living(metricsOf(place.edge, this.door.name), this.memory);
    if (isTooMuchData(error) && place.limit > 1) return { ...place, limit: Math.floor(place.limit / 2) };
    if (this.leavesOut(unknownField(error))) return place;
    if (names.length === 0 || !(error instanceof NetworkError)) return null;
    if (isPermissionMissing(error)) {
      this.refuseAll(names, 'permission-missing');
      return place;
    }
    if (isBadParameter(error) && allowedValues(error) !== null && this.narrowed(names, error).length < names.length) return place;
    return isBadParameter(error) || isFewViewers(error) || isTooMuchData(error) ? { ...place, isApart: true } : null;
  }

  /** Whether a field can do without being asked for from now on. */
  private leavesOut(field: string | null): boolean {
    if (field === null || NEEDED.includes(field) || !this.fields.includes(field)) return false;
    this.fields = this.fields.filter((one) => one !== field);
    this.hasToldRefusals = false;
    return true;
  }

  private refuseAll(names: readonly string[], reason: MeasureRefusal['reason']): void {
    if (names.length > 0) this.hasToldRefusals = false;
    this.memory = refuse(this.memory, names, { reason, today: this.today });
  }

  /** What a page says beside its posts; refusals once a collection. */
  private also(): { memory: JsonValue; refused: readonly MeasureRefusal[]; pauseUntil?: Date } {
    const lost = FIELDS.filter((field) => !this.fields.includes(field));
    const refused = this.hasToldRefusals ? [] : refusals(refuse(this.memory, lost, { reason: 'withdrawn', today: this.today }));
    this.hasToldRefusals = true;
    return { memory: keepMemory(this.memory), refused, ...this.door.pausing };
  }

  private get today(): string {
    return metaDay(this.now());
  }
}

/** After the stories come the media; both page by page. */
function nextOf({ data, paging }: InstagramMediaPage, place: Place): Cursor | null {
  const after = cursorAfter(paging, data.members.length + data.unreadable);
  if (after !== null) return { ...place, after };
  return place.edge === 'stories' ? { ...START, edge: 'media' } : null;
}
