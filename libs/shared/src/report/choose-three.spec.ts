import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eveningInstagram, ordinaryPage, sampleBasis, sampleOutlook, sampleOutlooks, sampleRecord, seamedPage, smallPage, unmeasuredMastodon } from '../../../../test/fixtures/outlook.sample.js';
import { recommendationDimensions, verdicts, type ChannelOutlook } from '../contract/recommendation.contract.js';
import { chooseThree, movementOf } from './choose-three.js';

const said = (outlooks: readonly ChannelOutlook[]): string[] => chooseThree(outlooks).map(({ record }) => `${record.channelId.slice(-1)} ${record.dimension} ${record.level ?? ''} ${record.verdict}`);
const more = (channel: number, place: number, dimension: 'hour_band' | 'weekday' | 'format' | 'rendezvous', level: string, effect: number): ReturnType<typeof sampleRecord> =>
  sampleRecord(channel, place, { dimension, level, verdict: effect > 0 ? 'do_more' : 'do_less', effect, low: effect / 2, high: effect * 2, posts: 40 });

describe('three things to draw', () => {
  it('are the fall, the solid sign and the one test of a centre with several channels', () => {
    // ln 1.38 = 0.32 and ln 0.69 = −0.37: the jump counts more; the line beside it is not said as well
    expect(said(sampleOutlooks())).toEqual(['2 change_point 2026-03-01 worsening', '2 hour_band evening do_more', '1 hour_band evening test']);
  });

  it('put the largest effect first, a half as large as a double', () => {
    const outlook = sampleOutlook(1, { network: 'facebook', records: [more(1, 1, 'weekday', 'mon', 0.3), more(1, 2, 'format', 'video', 0.8), more(1, 3, 'hour_band', 'night', -0.5)] });
    expect(said([outlook])).toEqual(['1 hour_band night do_less', '1 format video do_more', '1 weekday mon do_more']);
  });

  it('say of a dimension what to do more, once a channel', () => {
    const one = sampleOutlook(1, { network: 'facebook', records: [more(1, 1, 'hour_band', 'morning', -0.6), more(1, 2, 'hour_band', 'evening', 0.3), more(1, 3, 'hour_band', 'night', 0.2)] });
    const two = sampleOutlook(2, { network: 'instagram', records: [more(2, 1, 'hour_band', 'evening', 0.25)] });
    expect(said([one, two])).toEqual(['1 hour_band evening do_more', '2 hour_band evening do_more']);
  });

  it('leave out what always goes with a thing already said', () => {
    const records = [more(1, 1, 'format', 'video', 0.9), more(1, 2, 'hour_band', 'evening', 0.8), more(1, 3, 'rendezvous', 'yes', 0.7), more(1, 4, 'weekday', 'thu', 0.6)];
    const warnings: ChannelOutlook['warnings'] = [{ kind: 'crossing', dimension: 'hour_band', level: 'evening', otherDimension: 'format', otherLevel: 'video' }, { kind: 'series-slot' }];
    expect(said([sampleOutlook(1, { network: 'facebook', records, warnings })])).toEqual(['1 format video do_more', '1 rendezvous yes do_more']);
    expect(said([sampleOutlook(1, { network: 'facebook', records })])).toHaveLength(3);
  });

  it('never say again what stands before the reader already', () => {
    const instagram = eveningInstagram();
    const movement = movementOf(instagram);
    expect(movement?.dimension).toBe('change_point');
    expect(chooseThree([instagram], movement === null ? [] : [movement]).map(({ record }) => record.dimension)).toEqual(['hour_band', 'weekday']);
  });

  it('propose one test alone, one that a team can finish before one it cannot', () => {
    const tooLong = seamedPage();
    const other = sampleOutlook(2, { network: 'instagram', records: [sampleRecord(2, 1, { dimension: 'weekday', level: 'sat', verdict: 'test', effect: 0.2, low: -0.1, high: 0.6, posts: 20 })], test: { recommendationId: sampleRecord(2, 1, { dimension: 'weekday', verdict: 'test' }).id, dimension: 'weekday', level: 'sat', against: 'mon', sees: 0.2, eachArm: 20, months: 5, isTooLong: false } });
    if (tooLong.test !== null) tooLong.test.isTooLong = true;
    expect(said([tooLong, other])).toEqual(['2 weekday sat test', '1 format short_video not_enough_data', '1 hour_band morning no_clear_difference']);
  });

  it('of a small channel say once how many are missing, without a level', () => {
    expect(chooseThree([smallPage()])).toMatchObject([{ record: { reason: 'channel-too-small', level: null, posts: 12 } }]);
  });

  it('have room for one plain answer, never about pushed posts, and for what cannot be measured only alone', () => {
    expect(said([unmeasuredMastodon(), ordinaryPage()])).toEqual(['1 format video not_enough_data', '1 hour_band morning no_clear_difference']);
    expect(said([unmeasuredMastodon()])).toEqual(['5 hour_band  not_enough_data']);
    expect(said([])).toEqual([]);
  });

  it('are never more than three, two of one question, or out of nothing', () => {
    const record = fc.record({ channel: fc.nat(3), dimension: fc.constantFrom(...recommendationDimensions), verdict: fc.constantFrom(...verdicts), effect: fc.option(fc.double({ min: -1, max: 9, noNaN: true }), { nil: null }), posts: fc.nat(300) });
    fc.assert(fc.property(fc.array(record, { maxLength: 30 }), (drawn) => {
      const outlooks = [0, 1, 2, 3].map((channel) => sampleOutlook(channel, { network: 'facebook', basis: sampleBasis({ organic: 300 }), records: drawn.filter((one) => one.channel === channel).map(({ channel: own, ...one }, place) => sampleRecord(own, place, { ...one, level: 'yes' })) }));
      const things = chooseThree(outlooks);
      expect(things.length).toBeLessThanOrEqual(3);
      expect(new Set(things.map(({ record: { channelId, dimension } }) => `${channelId} ${dimension === 'change_point' ? 'trend' : dimension}`)).size).toBe(things.length);
      expect(things.filter(({ record: { verdict } }) => verdict === 'test').length).toBeLessThanOrEqual(1);
      expect(things.every(({ record: { dimension } }) => dimension !== 'channel')).toBe(true);
    }));
  });
});
