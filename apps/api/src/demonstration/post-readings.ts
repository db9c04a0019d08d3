import type { PostReading } from '../networks/core/readings.js';
import type { DemonstrationChannel, DemonstrationNetwork } from './centre.js';
import { finalFigures } from './final-figures.js';
import { ageDays, figuresAt, grownShare, type Growth } from './growth.js';
import type { PlannedPost } from './planned-post.js';
import { planPosts } from './post-calendar.js';
import { Random } from './random.js';
import { followersOf, isInHole, type StoryLine } from './story-line.js';

/** Range of τ in days: hours for a post in a stream, a week for a video. */
const SLOWNESS: Record<DemonstrationNetwork, readonly [number, number]> = {
  facebook: [0.4, 1.2], instagram: [0.5, 1.3], newsletter: [0.3, 0.7], mastodon: [0.2, 0.6], youtube: [6, 11],
};
const DELETED = 0.012;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** A reading adds something when the last one is older than this. */
const WORTH_READING_MS = 30 * MINUTE_MS;

/** Every reading of every post of a channel, as the collection would have made them. */
export function postReadings(story: StoryLine, channel: DemonstrationChannel): PostReading[] {
  return planPosts(story, channel).flatMap((post) => {
    const random = new Random(channel.seed, post.publishedAt.getTime() / MINUTE_MS);
    return readingsOf(story, channel, { post, random });
  });
}

function readingsOf(story: StoryLine, channel: DemonstrationChannel, { post, random }: { post: PlannedPost; random: Random }): PostReading[] {
  const final = finalFigures[channel.network](post, followersOf(story, channel, post.day), random);
  const growth: Growth = { slownessDays: random.between(...SLOWNESS[channel.network]), finalAgeDays: channel.readingAges.at(-1) ?? 7 };
  const deletedAt = random.chance(DELETED) && !post.isDrawn ? new Date(post.publishedAt.getTime() + random.between(0.5, 4) * DAY_MS) : null;
  const isGone = deletedAt !== null && deletedAt <= story.lastCollection;
  const instants = readingInstants(story, channel, { post, random }).filter((instant) => !isGone || instant < deletedAt);
  return instants.map((observedAt) => ({
    externalId: `${channel.externalId}-${String(post.number).padStart(4, '0')}`,
    publishedAt: post.publishedAt, format: post.format, text: post.format === 'story' ? null : post.text, url: null,
    paid: post.isPaid, isShare: post.isShare, authorRole: post.authorRole, themes: [post.theme],
    deletedAt: isGone ? deletedAt : null, observedAt,
    figures: figuresAt(final, grownShare(growth, ageDays(post.publishedAt, observedAt))),
  }));
}

/** The age steps that have passed, without those that fell into the hole, and the last collection for posts still growing. */
function readingInstants(story: StoryLine, channel: DemonstrationChannel, { post, random }: { post: PlannedPost; random: Random }): Date[] {
  const steps = channel.readingAges.map((age) => new Date(post.publishedAt.getTime() + age * DAY_MS + random.between(0, 20) * MINUTE_MS));
  const passed = steps.filter((step) => step <= story.lastCollection);
  const read = passed.filter((step) => !isInHole(story, channel, step));
  if (read.length < passed.length) read.push(new Date(story.hole.until.getTime() + random.between(1, 40) * MINUTE_MS));
  const last = passed.at(-1);
  const isGrowing = passed.length < steps.length;
  if (isGrowing && story.lastCollection.getTime() - (last?.getTime() ?? 0) > WORTH_READING_MS) read.push(story.lastCollection);
  return read.sort((a, b) => a.getTime() - b.getTime());
}
