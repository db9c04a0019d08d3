import { addDays, weekdayOf, weekdays } from '@portee/shared';
import { type Draw, drawArms, type TriedLevels } from '../plan/draw-arms.js';
import { experimentSize } from '../recommendations/experiment-size.js';
import type { PlannedPost } from './planned-post.js';
import { Random } from './random.js';
import { at, type StoryLine } from './story-line.js';

/** Scatter of the channel's posts and its pace, as the team knew them when it began. */
const KNOWN = { sigma: 0.42, postsAMonth: 12 };
/** The last week of the one that was read, so many weeks before the present one: its posts have stopped growing. */
const READ_WEEKS_AGO = 5;
/** The one under way began so many weeks ago. */
const BEGAN_WEEKS_AGO = 3;
/** A team that draws lots once a week has one pair a week. */
const PAIRS_A_WEEK = { read: 2, 'under-way': 1 };
const FAR_ENOUGH_WEEKS = 60;

export type ExperimentName = 'read' | 'under-way';

/** An experiment that the centre leads on its channel for young people. */
export interface ToldExperiment extends TriedLevels {
  name: ExperimentName;
  sees: number;
  draw: Draw;
  startsDay: string;
  lastDay: string;
  /** Its posts as they were published, in the order of their slots. */
  posts: PlannedPost[];
}

const told: Record<ExperimentName, TriedLevels & { sees: number; seed: number }> = {
  read: { dimension: 'format', level: 'short_video', against: 'photo', sees: 0.6, seed: 20_260_611 },
  'under-way': { dimension: 'hour_band', level: 'evening', against: 'morning', sees: 0.4, seed: 20_261_102 },
};

/** Both experiments over the posts of their channel, which are published as the draw says: those given are changed. */
export function leadExperiments(story: StoryLine, posts: readonly PlannedPost[]): ToldExperiment[] {
  const weeks = Map.groupBy(posts.filter(isDrawable), ({ day }) => mondayOf(day));
  return [readOne(story, weeks), oneUnderWay(story, weeks)];
}

function readOne(story: StoryLine, weeks: Weeks): ToldExperiment {
  const draw = drawOf('read');
  const lastWeek = addDays(mondayOf(story.lastDay), -7 * READ_WEEKS_AGO);
  const pairs: PlannedPost[][] = [];
  let week = lastWeek;
  for (let back = 0; back < FAR_ENOUGH_WEEKS && pairs.length < draw.eachArm; back += 1) {
    week = addDays(lastWeek, -7 * back);
    pairs.unshift(...pairsOf(weeks.get(week) ?? [], () => '').slice(0, Math.min(PAIRS_A_WEEK.read, draw.eachArm - pairs.length)));
  }
  return publish('read', draw, { startsDay: week, lastDay: addDays(lastWeek, 6), posts: pairs.flat() });
}

function oneUnderWay(story: StoryLine, weeks: Weeks): ToldExperiment {
  const startsDay = addDays(mondayOf(story.lastDay), -7 * BEGAN_WEEKS_AGO);
  const pairs = Array.from({ length: BEGAN_WEEKS_AGO }, (_, week) => pairsOf(weeks.get(addDays(startsDay, 7 * week)) ?? [], ({ format }) => format).slice(0, PAIRS_A_WEEK['under-way']));
  return publish('under-way', drawOf('under-way'), { startsDay, lastDay: addDays(startsDay, 139), posts: pairs.flat(2) });
}

type Weeks = ReadonlyMap<string, readonly PlannedPost[]>;

/** Two posts that share a block: of one week, and of one kind where the format is not what is tried. */
function pairsOf(posts: readonly PlannedPost[], kindOf: (post: PlannedPost) => string): PlannedPost[][] {
  const pairs = [...Map.groupBy(posts, kindOf).values()].flatMap((alike) => Array.from({ length: Math.floor(alike.length / 2) }, (_, pair) => alike.slice(2 * pair, 2 * pair + 2)));
  // Placed one after the other: a pair is whole before the next begins.
  return pairs.toSorted(([one], [other]) => (one?.publishedAt.getTime() ?? 0) - (other?.publishedAt.getTime() ?? 0));
}

function drawOf(name: ExperimentName): Draw {
  const { seed, sees } = told[name];
  return drawArms(seed, experimentSize({ effect: sees, ...KNOWN }).eachArm);
}

function publish(name: ExperimentName, draw: Draw, rest: Pick<ToldExperiment, 'startsDay' | 'lastDay' | 'posts'>): ToldExperiment {
  const { seed: _, ...levels } = told[name];
  for (const [place, post] of rest.posts.entries()) {
    const slot = draw.slots[place];
    if (slot === undefined) break;
    post.isDrawn = true;
    if (name === 'read') post.format = slot.arm === 'level' ? 'short_video' : 'photo';
    else publishIn(post, levels[slot.arm]);
  }
  return { name, ...levels, draw, ...rest };
}

function publishIn(post: PlannedPost, band: string): void {
  post.isEvening = band === 'evening';
  const minute = new Random(told['under-way'].seed, post.publishedAt.getTime() / 60_000).whole(10, 50);
  post.publishedAt = at(`${post.day}T${post.isEvening ? '18' : '09'}:${String(minute)}`);
}

/** A story is gone after a day, and somebody else's post is not the centre's to plan. */
function isDrawable({ format, isShare }: PlannedPost): boolean {
  return format !== 'story' && !isShare;
}

function mondayOf(day: string): string {
  return addDays(day, -weekdays.indexOf(weekdayOf(day)));
}
