import { addDays, localTime, shorten } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { ExperimentPosts } from '../plan/experiment-posts.service.js';
import { Experiment } from '../plan/experiment.entity.js';
import { insertSlots } from '../plan/experiments.query.js';
import { lookAtExperiment } from '../plan/look-at-experiment.js';
import { recommendationId } from '../recommendations/recommendation-id.js';
import { DEMONSTRATION_TIME_ZONE } from './centre.js';
import type { ToldExperiment } from './experiment-story.js';
import { at, type StoryLine } from './story-line.js';
import { WithinTransaction } from './within-transaction.js';

/** Days after the last one until its posts have stopped growing, and the team reads it. */
const READ_AFTER_DAYS = 9;
const TITLE_LENGTH = 60;
/** Posts of the one under way that are still to come: two pairs, in the two weeks after this one. */
const TO_COME = [8, 10, 15, 17];

interface Led { organisationId: string; channelId: string; story: StoryLine }

/** Draws an experiment on the day it began, plans each of its posts the day before, and reads it once: what it says comes from the posts alone. */
export async function writeExperiment(manager: EntityManager, { organisationId, channelId, story }: Led, told: ToldExperiment): Promise<void> {
  const { name, dimension, level, against, sees, draw, startsDay, lastDay, posts } = told;
  const key = { organisationId, experimentId: newId() };
  await manager.insert(Experiment, {
    organisationId, id: key.experimentId, channelId, recommendationId: recommendationId({ organisationId, channelId, dimension, level }), dimension, level, against, sees,
    eachArm: draw.eachArm, seed: draw.seed, metric: 'reach-rate', startsDay, lastDay, startedAt: at(`${addDays(startsDay, -1)}T10:00`), startedBy: 'coordinator', state: 'under_way', reading: null, endedAt: null, version: 1,
  });
  await insertSlots(manager, key, draw.slots);
  const plan = (day: string, clock: Date, rest: { title: string; time: string; format: ToldExperiment['posts'][number]['format'] }): Promise<unknown> =>
    new ExperimentPosts(new WithinTransaction(manager), () => clock).place(key, { from: 'new', day, themeId: null, role: 'communication', note: null, ...rest });
  for (const { day, publishedAt, text, format } of posts) await plan(day, at(`${addDays(day, -1)}T09:00`), { title: shorten(text, TITLE_LENGTH), time: localTime(publishedAt, DEMONSTRATION_TIME_ZONE).slice(0, 5), format });
  if (name === 'under-way') for (const days of TO_COME) await plan(addDays(story.lastDay, days), story.lastCollection, { title: 'Une image des coulisses', time: '18:30', format: 'photo' });
  await lookAtExperiment(manager, key, name === 'read' ? at(`${addDays(lastDay, READ_AFTER_DAYS)}T10:00`) : story.lastCollection);
}
