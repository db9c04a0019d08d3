import type { RecommendationEvidence } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { readAnalysedSpan } from '../insights/read-analysed-span.js';
import { evidenceOf } from './evidence.js';
import { readHistory } from './history.query.js';
import { RecommendationError } from './recommendation-error.js';
import { readAdvice, readRecord } from './stored-advice.query.js';

/** What a record rests on, from the posts as they stand, and what it said before. @throws RecommendationError recommendation-not-found */
export async function readEvidence(manager: EntityManager, { organisationId, id, at }: { organisationId: string; id: string; at: Date }): Promise<RecommendationEvidence> {
  const record = await readRecord(manager, organisationId, id);
  if (!record) throw new RecommendationError('recommendation-not-found');
  const [advice] = await readAdvice(manager, organisationId, record.channelId);
  if (!advice) throw new RecommendationError('recommendation-not-found');
  const span = await readAnalysedSpan(manager, { organisationId, id: record.channelId }, { at });
  return {
    recommendation: record, basis: advice.outlook.basis, madeAt: advice.madeAt.toISOString(), methodVersion: advice.methodVersion,
    ...evidenceOf({ span }, record), history: await readHistory(manager, organisationId, id),
  };
}
