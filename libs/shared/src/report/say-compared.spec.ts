import { describe, expect, it } from 'vitest';
import { comparedOutlooks, sampleCompared } from '../../../../test/fixtures/insights.sample.js';
import type { Recommendation } from '../contract/recommendation.contract.js';
import { comparedTitle, comparedWords, sharesAreNotPeople } from './say-compared.js';

const words = comparedWords('fr');
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');
const channels = sampleCompared();
const records = comparedOutlooks().flatMap((outlook) => outlook.records);
const allAs = (verdict: Recommendation['verdict']): Recommendation[] => records.map((record) => ({ ...record, verdict }));

describe('the finding of channels side by side', () => {
  it.each([
    { rule: 'names the one that reaches a larger share', given: records, expected: 'Instagram touche une plus grande part de ses abonnés que vos autres canaux' },
    {
      rule: 'names all that do, the largest difference first', given: records.map((record) => ({ ...record, verdict: (record.effect ?? 0) > 0 ? ('do_more' as const) : ('do_less' as const) })),
      expected: 'Votre lettre d’information et Instagram touchent une plus grande part de leurs abonnés que vos autres canaux',
    },
    { rule: 'names one that reaches a smaller share where none does more', given: records.filter(({ verdict }) => verdict !== 'do_more'), expected: 'Facebook touche une moins grande part de ses abonnés que vos autres canaux' },
    { rule: 'calls chance what may be chance', given: allAs('no_clear_difference'), expected: 'Aucun de vos canaux ne se détache : leurs écarts peuvent venir du hasard' },
    { rule: 'waits while there are too few months', given: allAs('not_enough_data'), expected: 'Trop tôt pour comparer vos canaux' },
    { rule: 'claims nothing while verdicts are not read', given: null, expected: '5 canaux, côte à côte' },
  ])('$rule', ({ given, expected }) => {
    expect(plain(comparedTitle({ channels, records: given }, words))).toBe(expected);
  });

  it('knows nothing to compare of one channel, of none, and of networks that count no people', () => {
    expect(plain(comparedTitle({ channels: channels.slice(0, 1), records }, words))).toBe('Un seul canal : rien à comparer encore');
    expect(comparedTitle({ channels: [], records }, words)).toBe('Vos canaux seront ici, côte à côte');
    const unmeasured = channels.map((channel) => ({ ...channel, givesReach: false }));
    expect(comparedTitle({ channels: unmeasured, records: [] }, words)).toBe('Vos canaux, chacun avec ce que son réseau en dit');
  });

  it('names a channel by itself where two stand on one network', () => {
    const twins = channels.map((channel) => ({ ...channel, network: 'instagram', networkLabel: 'Instagram' }));
    expect(comparedTitle({ channels: twins, records }, words)).toContain('lelavoir.brumevaux touche');
  });
});

describe('a larger share', () => {
  it('is said not to be more people, with the people each stands for, the most first', () => {
    expect(plain(sharesAreNotPeople(channels, words))).toBe(
      'Être abonné ne veut pas dire la même chose d’un réseau à l’autre, et une plus grande part n’est pas plus de monde. Une publication typique touche environ 425 personnes (Lettre d’information), 165 personnes (Instagram) et 160 personnes (Facebook).',
    );
  });

  it('is said so without figures where only one is known', () => {
    expect(sharesAreNotPeople(channels.slice(-2), words)).not.toContain('personnes (');
  });
});
