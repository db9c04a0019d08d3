import type { ChannelOutlook, IneligibleReason, Recommendation } from '@portee/shared';
import type { AnalysedSpan } from '../insights/analysed-post.js';
import { adviceOf, modelOf } from './advise.js';
import { basisOf } from './basis.js';
import { exceptionalPosts } from './exceptional-posts.js';
import { ADVICE_METHOD_VERSION, fingerprintOf } from './fingerprint.js';
import { headlinesOf } from './headlines.js';
import type { ModelPost } from './model-post.js';
import { type MonthRates, monthRatesOf } from './month-rates.js';
import { proposedTest } from './proposed-test.js';
import { adviceRecords, emptyRecord, type RecordOwner, trendRecords } from './records.js';
import { eachOnce, selectPosts } from './select-posts.js';
import { slotGrid } from './slot-grid.js';
import { trendOutlook } from './trend-outlook.js';
import { warningsOf } from './warnings.js';

/** What an outlook is made from: nothing else comes in. */
export interface OutlookInput {
  organisationId: string;
  /** All posts of the window that no change of definition cuts, those that do not count included. */
  span: AnalysedSpan;
  /** Figures read later were ignored; null: none was. */
  asOf: Date | null;
  madeAt: Date;
}

/** What is said of a channel on its own; comparisons and what changed since are added by those who know the others and the past. */
export interface Outlook extends Omit<ChannelOutlook, 'changes'> {
  /** Of each month its organic posts and their rates: what a comparison with other channels is made from (compareChannels). */
  months: MonthRates[];
}

/** The whole method, from a channel's posts to what is said of it. Pure: the same posts, in whatever order, give the same bytes. */
export function makeOutlook({ organisationId, span: given, asOf, madeAt }: OutlookInput): Outlook {
  const span = { ...given, posts: eachOnce(given.posts) };
  const { id, name, network, timeZone, givesReach } = span.channel;
  const heading = { channelId: id, channel: name, network, timeZone, givesReach, madeAt: madeAt.toISOString(), asOf: asOf?.toISOString() ?? null, methodVersion: ADVICE_METHOD_VERSION };
  return { ...heading, ...(hasReach(span) ? outlookOf(organisationId, span) : outlookWithoutReach(organisationId, span)) };
}

type Findings = Omit<Outlook, 'channelId' | 'channel' | 'network' | 'timeZone' | 'givesReach' | 'madeAt' | 'asOf' | 'methodVersion'>;

function outlookOf(organisationId: string, span: AnalysedSpan): Findings {
  const selected = selectPosts(span.posts);
  const organic = selected.posts.filter(({ paid }) => paid !== true);
  const model = modelOf(selected.posts);
  const { advice, sigma, bestGuess } = adviceOf(selected.posts, model);
  const basis = basisOf(span, selected, sigma);
  const owner = ownerOf(organisationId, span);
  const records = adviceRecords(owner, advice);
  return {
    fingerprint: fingerprintOf(span, selected.posts), basis, records: [...records, ...trendRecords(owner, organic)],
    headlines: headlinesOf(records, bestGuess), grid: model === null ? [] : slotGrid(model),
    test: proposedTest(records, basis), trend: trendOutlook(span, organic, model),
    exceptional: model === null ? [] : exceptionalPosts(model), warnings: model === null ? [] : warningsOf(records, model),
    months: monthRatesOf(organic),
  };
}

/** The network counts no people: one record says so, and nothing else is said. */
function outlookWithoutReach(organisationId: string, span: AnalysedSpan): Findings {
  const selected = selectPosts(span.posts.map((post) => ({ ...post, reach: null })));
  const records: Recommendation[] = [emptyRecord(ownerOf(organisationId, span), 'no-reach')];
  return {
    fingerprint: fingerprintOf(span, NO_POSTS), basis: basisOf(span, selected, null), records, headlines: [], grid: [], test: null,
    trend: trendOutlook(span, NO_POSTS, null), exceptional: [], warnings: [], months: [],
  };
}

const NO_POSTS: ModelPost[] = [];

/** Reasons for which a post says nothing of what its network tells: it may yet tell, or did. */
const SILENT: readonly (IneligibleReason | null)[] = ['growing', 'deleted', 'story'];

/** A network that could tell and told of no settled post is one that does not. */
function hasReach({ channel, posts }: AnalysedSpan): boolean {
  const settled = posts.filter(({ ineligible }) => !SILENT.includes(ineligible));
  return channel.givesReach && (settled.length === 0 || settled.some(({ reach }) => reach !== null));
}

function ownerOf(organisationId: string, { channel: { id, name } }: AnalysedSpan): RecordOwner {
  return { organisationId, channelId: id, channel: name };
}
