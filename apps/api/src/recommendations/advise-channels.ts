import type { Recommendation } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { AnalysedSpan } from '../insights/analysed-post.js';
import { formatsOf } from '../insights/formats.js';
import { readAnalysedSpan } from '../insights/read-analysed-span.js';
import { timingOf } from '../insights/timing.js';
import { type ChannelKey, holdFiguresVersion } from './advised-channels.query.js';
import { comparisonRecords } from './comparison-records.js';
import { ADVICE_METHOD_VERSION } from './fingerprint.js';
import { keepRecords } from './keep-records.query.js';
import { makeOutlook, type Outlook } from './outlook.js';
import { type AdvisedFigures, keepAdvice, readAdvice } from './stored-advice.query.js';

/** After the records of the channel itself. */
const PLACE_OF_COMPARISONS = 1000;

/** What would have been said of a channel with the figures read until an instant. */
export async function outlookAsOf(manager: EntityManager, { organisationId, channelId }: ChannelKey, { at, asOf }: { at: Date; asOf: Date }): Promise<Outlook> {
  const span = await readAnalysedSpan(manager, { organisationId, id: channelId }, { at, asOf });
  return makeOutlook({ organisationId, span, asOf, madeAt: at });
}

/** Advises on a channel from its present figures and keeps it. A channel that is gone meanwhile is left. */
export async function refreshAdvice(manager: EntityManager, key: ChannelKey, at: Date): Promise<void> {
  const figuresVersion = await holdFiguresVersion(manager, key);
  if (figuresVersion === null) return;
  const span = await readAnalysedSpan(manager, { organisationId: key.organisationId, id: key.channelId }, { at });
  const { records, months, ...outlook } = makeOutlook({ organisationId: key.organisationId, span, asOf: null, madeAt: at });
  const { fingerprint } = outlook;
  await keepRecords(manager, { ...key, kinds: ['advice', 'trend'], records, from: 0, at, methodVersion: ADVICE_METHOD_VERSION, fingerprint });
  await keepAdvice(manager, { ...key, figuresVersion, at, outlook, months, figures: figuresOf(span), fingerprint, methodVersion: ADVICE_METHOD_VERSION });
}

function figuresOf(span: AnalysedSpan): AdvisedFigures {
  const { channelId, since, until, cutAt, basis, bands, weekdays } = timingOf(span);
  return { channelId, since, until, cutAt, basis, bands, weekdays, formats: formatsOf(span).formats };
}

/** Compares the channels of an organisation anew, from what is kept of each. */
export async function refreshComparisons(manager: EntityManager, organisationId: string, at: Date): Promise<void> {
  await manager.query('SELECT 1 FROM channel_advice WHERE organisation_id = $1 ORDER BY channel_id FOR UPDATE', [organisationId]);
  const advice = await readAdvice(manager, organisationId);
  const records = comparisonRecords(organisationId, advice.map(({ outlook, months }) => ({ ...outlook, months })));
  for (const { channelId, fingerprint } of advice) {
    const own = records.filter((record: Recommendation) => record.channelId === channelId);
    await keepRecords(manager, { organisationId, channelId, kinds: ['comparison'], records: own, from: PLACE_OF_COMPARISONS, at, methodVersion: ADVICE_METHOD_VERSION, fingerprint });
  }
}
