import { addDays, localDay } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { findChannel } from '../channels/channels.service.js';
import type { AnalysedPost } from '../insights/analysed-post.js';
import { countedOn, spanDays } from '../insights/span-days.js';
import { networkOf } from '../networks/registry.js';
import type { DaySpan } from '../posts/post-stat-row.js';
import { assembleCalendar } from './assemble-calendar.js';
import { endOf } from './experiment-end.js';
import { expectedPosts } from './expected-posts.js';
import type { Experiment } from './experiment.entity.js';
import { countGivenUp, type ExperimentKey, holdExperiment, keepPostsOfSlots, readSlots, type SlotRow } from './experiments.query.js';
import { judgeExperiment, type SlotFate } from './judge-experiment.js';
import { readParts } from './plan-calendar.service.js';
import { lastWholeReading } from './planned-channels.query.js';
import { handLinksOf, readHandLinks } from './post-links.query.js';
import type { ExperimentReading } from './read-experiment.js';
import { readPublished } from './read-published.js';

/** An experiment as it stands. */
export interface SeenExperiment {
  experiment: Experiment;
  slots: SlotRow[];
  fates: SlotFate[];
  /** Null: it was given up, and is never looked into. */
  reading: ExperimentReading | null;
  givenUpBefore: number;
}

/**
 * Looks at an experiment, and keeps what it says the first time that it says anything: what was read once is not read again, whatever the figures become. All within one
 * transaction that holds it: of two who look at once the second finds it read, and one that is killed leaves it as it was.
 * @throws PlanError experiment-not-found
 */
export async function lookAtExperiment(manager: EntityManager, key: ExperimentKey, at: Date): Promise<SeenExperiment> {
  const experiment = await holdExperiment(manager, key);
  const slots = await readSlots(manager, key);
  const givenUpBefore = await countGivenUp(manager, experiment);
  if (experiment.state !== 'under_way') return { experiment, slots, fates: [], reading: experiment.reading, givenUpBefore };
  const { reading, fates } = judgeExperiment({ experiment, slots, ...(await readSight(manager, experiment, { slots, at })) });
  await keepPostsOfSlots(manager, key, fates);
  if (reading.state === 'under_way') return { experiment, slots, fates, reading, givenUpBefore };
  const end = { state: 'read' as const, reading, endedAt: at, version: experiment.version + 1 };
  await manager.query(
    'UPDATE experiment SET state = $3, reading = $4, ended_at = $5, version = $6 WHERE organisation_id = $1 AND id = $2',
    [key.organisationId, key.experimentId, end.state, JSON.stringify(end.reading), end.endedAt, end.version],
  );
  return { experiment: { ...experiment, ...end }, slots, fates, reading, givenUpBefore };
}

type Sight = Omit<Parameters<typeof judgeExperiment>[0], 'experiment' | 'slots'>;

async function readSight(manager: EntityManager, { organisationId, channelId, startsDay, lastDay }: Experiment, { slots, at }: { slots: readonly SlotRow[]; at: Date }): Promise<Sight> {
  const channel = await findChannel(manager, organisationId, channelId);
  const [readAt, today] = [await lastWholeReading(manager, organisationId, channelId), localDay(at, channel.timeZone)];
  // A post of the day after the last may have been meant for an evening of it.
  const span = { from: startsDay, to: addDays(lastDay, 1) };
  const parts = await readParts(manager, { organisationId, span, channelId });
  const { entries } = assembleCalendar(parts);
  const own = new Set(slots.flatMap(({ plannedPostId }) => plannedPostId ?? []));
  const others = entries.filter(({ postId }) => postId === null || !own.has(postId));
  return {
    timeZone: channel.timeZone, today, at,
    end: endOf({ lastDay, finalAgeDays: networkOf(channel.network).finalAgeDays, readDay: readAt && localDay(readAt, channel.timeZone), today }),
    posts: counted(await readPublished(manager, channel, { span, at }), spanDays(channel, { at, ...span }).definitionDays),
    otherPlans: expectedPosts(others, new Map(parts.appointments.map(({ id, title }) => [id, title]))),
    byHand: handLinksOf(await readHandLinks(manager, organisationId, channelId), entries, own),
  };
}

/** Reach that was counted otherwise than at the end is none: the two do not compare. The post stays where it was published. */
function counted(posts: readonly AnalysedPost[], days: DaySpan): AnalysedPost[] {
  const alike = new Set(countedOn(posts, days));
  return posts.map((post) => (alike.has(post) ? post : { ...post, reach: null, reachOrganic: null }));
}
