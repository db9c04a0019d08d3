import { addDays, type Channel, type Experiment, hourBand, type PlacedPost, type PlannedPost, type Recommendation, toInstant } from '@portee/shared';
import { centreFile } from './centre-file.js';
import { importFile } from './imports.js';
import type { Answer, Member } from './visitor.js';

const HEADER = 'channel,network,post_id,published_at,format,paid,followers,reach,observed_at';
/** A Monday. */
const FIRST_WEEK = '2026-11-23';
const READ_AT = '2027-01-10T12:00:00Z';

/** A post as it came out. */
export interface Published { post: PlannedPost; reach: number; observedAt?: string }

/** A centre of one channel, a newsletter whose evenings reach half as many people again, on 20 November 2026; and what one does there with experiments. */
export class EveningCentre {
  channel!: Channel;
  /** What is said of evenings there. */
  evening!: Recommendation;
  private count = 0;

  constructor(private readonly who: () => Member) {}

  /** A new channel of 120 posts in place of all that was there before. */
  async begin(): Promise<void> {
    for (const { id } of await this.get<Channel[]>('channels')) await this.who().delete(this.at(`channels/${id}`));
    this.count += 1;
    await importFile(this.who(), { name: 'portee.csv', bytes: centreFile({ channel: `Lettre ${String(this.count)}`, posts: 120, days: 120, evening: 1.5, prefix: `h${String(this.count)}` }) });
    [this.channel] = await this.get<[Channel]>('channels');
    const found = (await this.get<Recommendation[]>('recommendations')).find(({ dimension, level }) => dimension === 'hour_band' && level === 'evening');
    if (!found) throw new Error('nothing is said of evenings');
    this.evening = found;
  }

  at(path: string): string {
    return `/api/v1/organisations/${this.who().slug}/${path}`;
  }

  get<T>(path: string): Promise<T> {
    return this.who().json<T>('GET', this.at(path));
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.who().json<T>('POST', this.at(path), body);
  }

  tryPost(path: string, body: unknown): Promise<Answer> {
    return this.who().ask('POST', this.at(path), { body });
  }

  /** Ten in each arm: the smallest there is. */
  wanted(rest: object = {}): object {
    return { recommendationId: this.evening.id, sees: 2, startsDay: '2026-11-20', lastDay: '2027-01-31', ...rest };
  }

  start(rest: object = {}): Promise<Experiment> {
    return this.post('plan/experiments', this.wanted(rest));
  }

  experiment(id: string): Promise<Experiment> {
    return this.get(`plan/experiments/${id}`);
  }

  place(id: string, day: string, format = 'photo'): Promise<PlacedPost> {
    return this.post(`plan/experiments/${id}/posts`, { from: 'new', title: `Essai du ${day}`, day, time: '10:00', format });
  }

  /** Two of a format each week, two formats: ten blocks in five weeks. */
  async placeAll(id: string): Promise<PlacedPost[]> {
    const placed: PlacedPost[] = [];
    for (let week = 0; week < 5; week += 1) for (const [later, format] of [[0, 'photo'], [1, 'video'], [2, 'photo'], [3, 'video']] as const) placed.push(await this.place(id, addDays(FIRST_WEEK, 7 * week + later), format));
    return placed;
  }

  /** Posts as a file tells them: when they were planned, with these reaches. */
  async tell(published: readonly Published[]): Promise<void> {
    const lines = published.map(({ post, reach, observedAt = READ_AT }) => [this.channel.name, 'newsletter', post.id, instantOf(post), post.format ?? '', '0', '2000', String(reach), observedAt].join(','));
    await importFile(this.who(), { name: 'portee.csv', bytes: [HEADER, ...lines].join('\n') });
  }

  /** Published as drawn: what goes out in the evening reaches three times as many people as the other of its block. */
  publish(placed: readonly PlacedPost[]): Promise<void> {
    return this.tell(placed.map((one) => ({ post: one.post, reach: reachOf(one) })));
  }
}

export function reachOf({ slot, post: { time } }: PlacedPost): number {
  return (60 + 10 * slot.block) * (hourBand(time) === 'evening' ? 3 : 1);
}

function instantOf({ day, time }: PlannedPost): string {
  return toInstant(`${day}T${time}`, 'Europe/Brussels').instant.toISOString();
}
