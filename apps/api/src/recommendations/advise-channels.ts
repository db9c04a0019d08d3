import type { EntityManager } from 'typeorm';
import type { AnalysedSpan } from '../insights/analysed-post.js';
import { formatsOf } from '../insights/formats.js';
import { readAnalysedSpan } from '../insights/read-analysed-span.js';
import { timingOf } from '../insights/timing.js';
import { type ChannelKey, channelsOutdated, holdFiguresVersion } from './advised-channels.query.js';
import { comparisonRecords } from './comparison-records.js';
import { comparisonDue, holdComparisons, keepCompared, readChannelsToCompare } from './comparisons.query.js';
import { ADVICE_METHOD_VERSION } from './fingerprint.js';
import { keepRecords } from './keep-records.query.js';
import { makeOutlook, type Outlook } from './outlook.js';
import { type AdvisedFigures, keepAdvice } from './stored-advice.query.js';

/** After the records of the channel itself. */
const PLACE_OF_COMPARISONS = 1000;

/** What would have been said of a channel with the figures read until an instant. */
export async function outlookAsOf(manager: EntityManager, { organisationId, channelId }: ChannelKey, { at, asOf }: { at: Date; asOf: Date }): Promise<Outlook> {
  const span = await readAnalysedSpan(manager, { organisationId, id: channelId }, { at, asOf });
  return makeOutlook({ organisationId, span, asOf, madeAt: at });
}

/** Advises on a channel from its present figures and keeps it. One that is gone meanwhile, or that another program has advised on, is left. */
export async function refreshAdvice(manager: EntityManager, key: ChannelKey, at: Date): Promise<void> {
  const figuresVersion = await holdFiguresVersion(manager, key);
  if (figuresVersion === null || (await channelsOutdated(manager, { ...key, at })).length === 0) return;
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

/** Compares the channels of an organisation anew, from what is kept of each, unless they were compared on just that. */
export async function refreshComparisons(manager: EntityManager, organisationId: string, at: Date): Promise<void> {
  if (!(await holdComparisons(manager, organisationId))) return;
  const fingerprint = await comparisonDue(manager, organisationId);
  if (fingerprint === null) return;
  const records = comparisonRecords(organisationId, await readChannelsToCompare(manager, organisationId));
  await keepRecords(manager, { organisationId, channelId: null, kinds: ['comparison'], records, from: PLACE_OF_COMPARISONS, at, methodVersion: ADVICE_METHOD_VERSION, fingerprint });
  await keepCompared(manager, organisationId, fingerprint);
}
