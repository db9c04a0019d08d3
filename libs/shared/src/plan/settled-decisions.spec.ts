import { describe, expect, it } from 'vitest';
import { sampleOutlooks } from '../../../../test/fixtures/outlook.sample.js';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import type { RecommendationDecision } from '../contract/plan-line.contract.js';
import type { Recommendation } from '../contract/recommendation.contract.js';
import { proposedThings, reportProposals } from '../report/report-proposals.js';
import { reportWords } from '../report/report-words.js';
import { settledDecisions, withoutSetAside } from './settled-decisions.js';

const at = { today: '2026-11-23', timeZone: 'Europe/Brussels' };
const outlooks = sampleOutlooks();
const signs = outlooks.flatMap(({ records }) => records).filter(({ verdict }) => verdict === 'do_more' || verdict === 'test');
const [first] = signs;
if (!first) throw new Error('the sample has no sign');

function decided(record: Recommendation, told: Partial<RecommendationDecision>): RecommendationDecision {
  const { id, channelId, dimension, level, verdict, effect, low, high, posts } = record;
  return {
    id, recommendationId: id, channelId, dimension, level, decision: 'accepted', reason: null, until: null, lineId: null, by: 'owner', isStanding: true,
    // In Brussels already the fourth.
    decidedAt: '2026-11-03T23:30:00.000Z', said: { verdict, effect, low, high, posts }, ...told,
  };
}

describe('what the team has answered', () => {
  it('is settled on the day it was decided where the organisation is', () => {
    expect(settledDecisions(outlooks, { ...at, decisions: [decided(first, {})] })).toEqual([{ recommendationId: first.id, decision: 'accepted', day: '2026-11-04' }]);
  });

  it.each([
    { what: 'no longer stands', told: { isStanding: false } },
    { what: 'was put off until today', told: { decision: 'postponed' as const, until: '2026-11-23' } },
    { what: 'is of a record that is not told', told: { recommendationId: '01900000-0000-7000-8000-000000000001' } },
  ])('is not settled where it $what', ({ told }) => {
    expect(settledDecisions(outlooks, { ...at, decisions: [decided(first, told)] })).toEqual([]);
  });

  it('leaves out what was refused or put off, and nothing else', () => {
    const all = outlooks.flatMap(({ records }) => records.map(({ id }) => id));
    const left = (decision: RecommendationDecision['decision']) => withoutSetAside(outlooks, [{ recommendationId: first.id, decision, day: '2026-11-04' }]).flatMap(({ records }) => records.map(({ id }) => id));
    for (const decision of ['refused', 'postponed'] as const) expect(left(decision)).toEqual(all.filter((id) => id !== first.id));
    for (const decision of ['accepted', 'adapted'] as const) expect(left(decision)).toEqual(all);
  });

  it('leaves out what to do less where more of the same was refused, and not for another kind', () => {
    const record = (told: Partial<Recommendation>): Recommendation => ({ ...first, ...told });
    const records = [record({ id: 'video', dimension: 'format', verdict: 'do_more' }), record({ id: 'album', dimension: 'format', verdict: 'do_less' }), record({ id: 'night', dimension: 'hour_band', verdict: 'do_less' })];
    const [channel] = outlooks;
    const left = withoutSetAside(channel === undefined ? [] : [{ ...channel, records }], [{ recommendationId: 'video', decision: 'refused', day: '2026-11-04' }]);
    expect(left.flatMap((one) => one.records.map(({ id }) => id))).toEqual(['night']);
  });
});

describe('the proposals of a report', () => {
  const report = sampleReport();
  const [proposed] = proposedThings(report);
  const answered = (decision: RecommendationDecision['decision']) => ({ ...report, advice: report.advice && { ...report.advice, decided: [{ recommendationId: proposed?.record.id ?? '', decision, day: '2026-11-04' }] } });

  it('do not come back to what was refused', () => {
    expect(proposed).toBeDefined();
    expect(proposedThings(answered('refused')).map(({ record }) => record.id)).not.toContain(proposed?.record.id);
  });

  it('say since when what was accepted is in the plan', () => {
    const [thing] = reportProposals(answered('accepted'), reportWords('fr'))?.things ?? [];
    expect(thing?.record.id).toBe(proposed?.record.id);
    expect(thing?.planned).toBe('Au plan depuis le 4 novembre 2026.');
  });
});
