import { describe, expect, it } from 'vitest';
import { sampleOutlook, sampleRecord } from '../../../../test/fixtures/outlook.sample.js';
import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { spreadOf, standingOf, timingState, type TimingDimension } from './timing-standing.js';
import { timingTitle, timingWords } from './timing-title.js';

type Told = Partial<Pick<Recommendation, 'verdict' | 'effect' | 'low' | 'high' | 'posts' | 'reason'>>;

const same: Told = { verdict: 'no_clear_difference', effect: 0.02, low: -0.12, high: 0.16 };
const unsure: Told = { verdict: 'no_clear_difference', effect: 0.1, low: -0.3, high: 0.6 };
const more: Told = { verdict: 'do_more', effect: 0.38, low: 0.12, high: 0.7 };
const less: Told = { verdict: 'do_less', effect: -0.25, low: -0.4, high: -0.08 };
const perhaps: Told = { verdict: 'test', effect: 0.3, low: -0.02, high: 0.7 };
const few: Told = { verdict: 'not_enough_data', effect: null, low: null, high: null, posts: 3 };

const recordsOf = (dimension: TimingDimension, levels: Record<string, Told>): Recommendation[] => (
  Object.entries(levels).map(([level, told], place) => sampleRecord(2, place, { dimension, level, posts: 40, verdict: 'no_clear_difference', ...told }))
);
const bands = (own: Record<string, Told>, rest = same): Recommendation[] => recordsOf('hour_band', { morning: rest, midday: rest, afternoon: rest, evening: rest, night: rest, ...own });
const days = (own: Record<string, Told>, rest = same): Recommendation[] => recordsOf('weekday', { mon: rest, tue: rest, wed: rest, thu: rest, fri: rest, sat: rest, sun: rest, ...own });

const cell = { weekday: 'mon', band: 'morning', posts: 9, predicted: 0.1 } as const;
const outlookWith = (records: Recommendation[], change: Partial<ChannelOutlook> = {}): ChannelOutlook => sampleOutlook(2, { network: 'instagram', records, grid: [cell], ...change });
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const title = (outlook: ChannelOutlook, { name = 'Instagram', isOnlyOfNetwork = true, locale = 'fr' as 'fr' | 'en' } = {}): string => plain(timingTitle({ outlook, name, isOnlyOfNetwork }, timingWords(locale)));

describe('the title of days and hours', () => {
  it.each([
    { records: [...bands({ evening: more }), ...days({})], expected: 'Sur Instagram, le début de soirée touche plus de monde. Le jour, lui, compte peu.' },
    { records: [...bands({ morning: more, night: more, midday: less }), ...days({}, unsure)], expected: 'Sur Instagram, le matin et la tranche après 21 h touchent plus de monde, le midi moins. Pour le jour, vos chiffres ne permettent pas de trancher.' },
    { records: [...bands({ night: less }), ...days({ sat: more, sun: more })], expected: 'Sur Instagram, la tranche après 21 h touche moins de monde. Côté jours, le samedi et le dimanche touchent plus de monde.' },
    { records: [...bands({}), ...days({ thu: more })], expected: 'Sur Instagram, le jeudi touche plus de monde. L’heure, elle, compte peu.' },
    { records: [...bands({ evening: perhaps }), ...days({})], expected: 'Sur Instagram, est-ce mieux en début de soirée ? Vos chiffres ne permettent pas encore de le dire.' },
    { records: [...bands({}), ...days({ sun: { ...perhaps, effect: -0.3 } })], expected: 'Sur Instagram, est-ce moins bien le dimanche ? Vos chiffres ne permettent pas encore de le dire.' },
    { records: [...bands({}), ...days({})], expected: 'Sur Instagram, ni l’heure ni le jour ne changent grand-chose.' },
    { records: [...bands({}), ...days({ wed: unsure })], expected: 'Sur Instagram, l’heure compte peu. Pour le jour, vos chiffres ne permettent pas de trancher.' },
    { records: [...bands({}, unsure), ...days({})], expected: 'Sur Instagram, le jour compte peu. Pour l’heure, vos chiffres ne permettent pas de trancher.' },
    { records: [...bands({}, unsure), ...days({}, unsure)], expected: 'Sur Instagram, y a-t-il un meilleur moment ? Vos chiffres ne permettent pas de le dire.' },
    { records: [...bands({ morning: { ...few, posts: 60 } }, few), ...days({})], expected: 'Sur Instagram, le jour compte peu. Presque tout sort le matin : les heures ne se comparent pas.' },
    { records: [...recordsOf('hour_band', { morning: { ...few, posts: 60 }, evening: few }), ...recordsOf('weekday', { tue: { ...few, posts: 61 }, wed: few })], expected: 'Sur Instagram, presque tout sort le mardi, le matin : il n’y a rien à comparer.' },
    { records: [...recordsOf('hour_band', { morning: { ...few, posts: 39 } }), ...recordsOf('weekday', { thu: { ...few, posts: 39 } })], expected: 'Sur Instagram, tout sort le jeudi, le matin : il n’y a rien à comparer.' },
    { records: [...bands({}, few), ...days({}, few)], expected: 'Sur Instagram, y a-t-il un meilleur moment ? Vos chiffres ne permettent pas de le dire.' },
  ])('says « $expected »', ({ records, expected }) => {
    expect(title(outlookWith(records))).toBe(expected);
  });

  it('says why it says nothing, and never names an hour then', () => {
    const records = bands({ evening: more });
    const basis = { ...outlookWith([]).basis, posts: 0, organic: 0 };
    expect(title(outlookWith(records, { givesReach: false }), { name: 'Mastodon' })).toBe('Mastodon ne compte pas les personnes touchées : les heures ne s’y comparent pas.');
    expect(title(outlookWith(records, { grid: [] }))).toBe('Sur Instagram, pas encore assez de publications pour parler d’heures.');
    expect(title(outlookWith(records, { grid: [], basis }))).toBe('Sur Instagram, aucune publication ne peut encore être comparée.');
    expect(title(outlookWith(recordsOf('hour_band', { evening: { ...few, reason: 'no-reach' } }), { grid: [], basis }))).toBe('Sur Instagram, les chiffres relevés ne disent pas combien de personnes ont vu vos publications.');
  });

  it('names a newsletter by its own name only where there are two', () => {
    const letter = outlookWith([...bands({}), ...days({})], { network: 'newsletter' });
    expect(title(letter, { name: 'Newsletter' })).toMatch(/^Par la lettre d’information, ni/);
    expect(title(letter, { name: 'La lettre', isOnlyOfNetwork: false })).toMatch(/^Par « La lettre », ni/);
    expect(title(letter, { name: 'Newsletter', locale: 'en' })).toBe('In the newsletter, neither the hour nor the day changes much.');
  });
});

describe('what stands out', () => {
  it('says « compte peu » only where the intervals rule out a third more and a quarter less', () => {
    expect(standingOf(days({ mon: { ...same, low: -0.25, high: 1 / 3 } }), 'weekday').kind).toBe('little');
    expect(standingOf(days({ mon: { ...same, low: -0.26 } }), 'weekday').kind).toBe('open');
    expect(standingOf(days({ mon: { ...same, high: 0.34 } }), 'weekday').kind).toBe('open');
    expect(spreadOf(days({ mon: { ...same, low: -0.22 }, sun: { ...same, high: 0.18 }, tue: few }), 'weekday')).toEqual({ low: -0.22, high: 0.18 });
  });

  it('calls posts nearly all at one time only from four in five', () => {
    expect(standingOf(recordsOf('hour_band', { morning: { ...few, posts: 28 }, evening: { ...few, posts: 7 } }), 'hour_band')).toEqual({ kind: 'one-level', level: 'morning', isAll: false });
    expect(standingOf(recordsOf('hour_band', { morning: { ...few, posts: 39 } }), 'hour_band')).toEqual({ kind: 'one-level', level: 'morning', isAll: true });
    expect(standingOf(recordsOf('hour_band', { morning: { ...few, posts: 13 }, evening: { ...few, posts: 7 } }), 'hour_band').kind).toBe('few');
  });

  it('needs a model: without its grid there are too few posts', () => {
    expect(timingState(outlookWith([]))).toBe('told');
    expect(timingState(outlookWith([], { grid: [] }))).toBe('too-few');
  });
});
