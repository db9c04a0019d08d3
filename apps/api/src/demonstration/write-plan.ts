import { addDays, addQuarters, daysBetween, daysOfQuarter, localTime, quarterOf, shorten, weekdayOf, weekdays } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { AppointmentsService } from '../plan/appointments.service.js';
import { ObjectivesService } from '../plan/objectives.service.js';
import { PlanLinesService } from '../plan/plan-lines.service.js';
import { PlannedPostsService } from '../plan/planned-posts.service.js';
import { Theme } from '../posts/theme.entity.js';
import type { RecommendationsService } from '../recommendations/recommendations.service.js';
import { DEMONSTRATION_TIME_ZONE, demonstrationChannels, type DemonstrationNetwork } from './centre.js';
import { missedPosts, ownLines, postsToCome } from './plan-texts.js';
import type { PlannedPost } from './planned-post.js';
import { FIRST_LETTER_DAY, publishedOn, SERIES_DAYS } from './post-calendar.js';
import { at, type StoryLine } from './story-line.js';
import { WithinTransaction } from './within-transaction.js';
import { writeDecisions } from './write-decisions.js';
import { writeDocument } from './write-document.js';
import { writeExperiment } from './write-experiments.js';
import { writeReviews } from './write-reviews.js';

/** Days before the end from which posts were planned one by one, and how many of them. */
const PLANNED_DAYS = 33;
const PLANNED_ONES = 5;
const BACKSTAGE_WEEKS = 6;
const TITLE_LENGTH = 60;

interface Planning {
  story: StoryLine;
  channelOf: (network: DemonstrationNetwork) => string;
  recommendations: RecommendationsService;
}

/** What the fictitious team decided, planned, tried and said of its months: by the doors' own services, each at its own time. */
export async function writePlan(manager: EntityManager, organisationId: string, planning: Planning): Promise<void> {
  const { story, channelOf } = planning;
  await writeAppointments(manager, organisationId, planning);
  await writePosts(manager, organisationId, planning);
  await writeObjectives(manager, organisationId, planning);
  const lines = new PlanLinesService(new WithinTransaction(manager), () => story.now);
  for (const { network, ...line } of ownLines) await lines.create(organisationId, { ...line, channelId: network === null ? null : channelOf(network), note: null, fromDay: addDays(story.lastDay, -300), toDay: null });
  for (const told of publishedOf(story, 'instagram').experiments) await writeExperiment(manager, { organisationId, channelId: channelOf('instagram'), story }, told);
  await writeDecisions(manager, organisationId, planning);
  await writeDocument(manager, organisationId, story);
  await writeReviews(manager, organisationId, planning);
}

async function writeAppointments(manager: EntityManager, organisationId: string, { story, channelOf }: Planning): Promise<void> {
  const appointments = new AppointmentsService(new WithinTransaction(manager), () => story.now);
  const library = await manager.findOneBy(Theme, { organisationId, name: 'Bibliothèque' });
  const unsaid = { toDay: null, skipsHolidays: false, note: null, themeId: null };
  await appointments.create(organisationId, { ...unsaid, channelId: channelOf('facebook'), title: '#UnLivreUnSoir', weekday: 3, time: '18:30', everyWeeks: 1, fromDay: addDays(story.lastDay, -SERIES_DAYS), format: 'photo', themeId: library?.id ?? null, role: 'bibliothèque' });
  await appointments.create(organisationId, { ...unsaid, channelId: channelOf('newsletter'), title: 'La lettre de Clairsonge', weekday: 4, time: '10:00', everyWeeks: 2, fromDay: letterDay(story), format: 'email', role: 'coordination' });
  await appointments.create(organisationId, { ...unsaid, channelId: channelOf('instagram'), title: 'Les coulisses du vendredi', weekday: 5, time: '17:30', everyWeeks: 1, fromDay: addDays(story.lastDay, -7 * BACKSTAGE_WEEKS), format: 'short_video', role: 'communication' });
}

/** A Thursday on which the letter goes out, half a year ago. */
function letterDay({ lastDay }: StoryLine): string {
  const past = daysBetween(FIRST_LETTER_DAY, lastDay);
  return addDays(FIRST_LETTER_DAY, past - (past % 14) - 182);
}

async function writePosts(manager: EntityManager, organisationId: string, { story, channelOf }: Planning): Promise<void> {
  const planned = (clock: Date): PlannedPostsService => new PlannedPostsService(new WithinTransaction(manager), () => clock);
  const unsaid = { themeId: null, note: null, appointmentId: null, appointmentDay: null };
  for (const { day, publishedAt, text, format, authorRole } of plannedAndPublished(story)) {
    await planned(at(`${addDays(day, -7)}T09:00`)).create(organisationId, { ...unsaid, channelId: channelOf('facebook'), day, time: onTheHalfHour(publishedAt), title: shorten(text, TITLE_LENGTH), format, role: authorRole });
  }
  for (const { network, title, role } of missedPosts) {
    const day = freeDay(story, network);
    await planned(at(`${addDays(day, -7)}T09:00`)).create(organisationId, { ...unsaid, channelId: channelOf(network), day, time: '17:00', title, format: 'photo', role });
  }
  for (const { network, inDays, ...post } of postsToCome) await planned(story.now).create(organisationId, { ...unsaid, ...post, channelId: channelOf(network), day: addDays(story.lastDay, inDays) });
}

/** Some of what the main channel published was planned before, one post in five. */
function plannedAndPublished(story: StoryLine): PlannedPost[] {
  const recent = publishedOf(story, 'facebook').posts.filter(({ day, format, isShare, text }) => day > addDays(story.lastDay, -PLANNED_DAYS) && day < story.lastDay && format !== 'story' && !isShare && !text.startsWith('#UnLivre'));
  return recent.filter((_, place) => place % 4 === 1).slice(0, PLANNED_ONES);
}

/** The last day, a week ago or before, on which a channel published nothing. */
function freeDay(story: StoryLine, network: DemonstrationNetwork): string {
  const busy = new Set(publishedOf(story, network).posts.map(({ day }) => day));
  let day = addDays(story.lastDay, -10);
  while (busy.has(day) || weekdays.indexOf(weekdayOf(day)) > 4) day = addDays(day, -1);
  return day;
}

/** As people plan it: the half hour before it went out. */
function onTheHalfHour(publishedAt: Date): string {
  const [hour = '', minute = ''] = localTime(publishedAt, DEMONSTRATION_TIME_ZONE).split(':');
  return `${hour}:${Number(minute) < 30 ? '00' : '30'}`;
}

async function writeObjectives(manager: EntityManager, organisationId: string, { story, channelOf }: Planning): Promise<void> {
  const present = quarterOf(story.lastDay);
  for (const quarter of [addQuarters(present, -1), present]) {
    const objectives = new ObjectivesService(new WithinTransaction(manager), () => at(`${daysOfQuarter(quarter).from}T10:00`));
    await objectives.create(organisationId, { channelId: channelOf('facebook'), quarter, measure: 'reach-rate', target: 0.06 });
    await objectives.create(organisationId, { channelId: channelOf('instagram'), quarter, measure: 'posts', target: 36 });
  }
}

function publishedOf(story: StoryLine, network: DemonstrationNetwork): ReturnType<typeof publishedOn> {
  const channel = demonstrationChannels.find((one) => one.network === network);
  return channel === undefined ? { posts: [], experiments: [] } : publishedOn(story, channel);
}
