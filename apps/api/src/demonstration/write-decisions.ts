import { addMonths, addMonthsToDay, type DecideRecommendation, monthOf, type Recommendation } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { keepDecision } from '../plan/decisions.service.js';
import { outlookAsOf } from '../recommendations/advise-channels.js';
import { DEMONSTRATION_TIME_ZONE, type DemonstrationNetwork } from './centre.js';
import { decisionTexts } from './plan-texts.js';
import { at, type StoryLine } from './story-line.js';

/** The team sat down so many months ago, each time on the third at ten. */
const SAT_DOWN = [5, 4];
const ASKED_AGAIN_MONTHS = 7;

interface Deciding { story: StoryLine; channelOf: (network: DemonstrationNetwork) => string }

/** What the team decided of what its figures bore then: each recommendation is the one that would have been made that day. What it has not decided waits today, if it still holds. */
export async function writeDecisions(manager: EntityManager, organisationId: string, { story, channelOf }: Deciding): Promise<void> {
  const by = { organisationId, timeZone: DEMONSTRATION_TIME_ZONE, role: 'coordinator' };
  const decided = new Set<string>();
  for (const day of SAT_DOWN.map((months) => `${addMonths(monthOf(story.lastDay), -months)}-03`)) {
    const then = at(`${day}T10:00`);
    const asked = [
      ...(await questionsOf(manager, { organisationId, channelId: channelOf('facebook') }, then)).map((record) => ({ record, wanted: answerOnFacebook(record, day) })),
      ...(await questionsOf(manager, { organisationId, channelId: channelOf('instagram') }, then)).map((record) => ({ record, wanted: answerTo(record) })),
    ];
    const answered = asked.flatMap(({ record, wanted }) => (wanted === null || decided.has(record.id) ? [] : [{ record, wanted }]));
    for (const { record } of answered) decided.add(record.id);
    for (const answer of answered) await keepDecision(manager, by, { id: newId(), ...answer, at: then });
  }
}

/** What the figures read until then asked for, or offered to try. */
async function questionsOf(manager: EntityManager, key: { organisationId: string; channelId: string }, then: Date): Promise<Recommendation[]> {
  const { records } = await outlookAsOf(manager, key, { at: then, asOf: then });
  return records.filter(({ verdict }) => verdict === 'do_more' || verdict === 'test');
}

function answerOnFacebook(record: Recommendation, day: string): DecideRecommendation | null {
  if (record.dimension === 'share_oriented') return { decision: 'accepted', line: { kind: 'rule', title: decisionTexts.sharing, role: 'communication', note: null } };
  if (record.dimension === 'format') return { decision: 'postponed', until: addMonthsToDay(day, ASKED_AGAIN_MONTHS), reason: decisionTexts.format };
  return answerTo(record);
}

/** Null: not decided yet. */
function answerTo({ dimension }: Recommendation): DecideRecommendation | null {
  if (dimension === 'hour_band') return { decision: 'adapted', reason: decisionTexts.evening, line: { kind: 'rule', title: decisionTexts.evening, role: 'communication', note: null } };
  return dimension === 'weekday' ? { decision: 'refused', reason: decisionTexts.weekday } : null;
}
