import { describe, expect, it } from 'vitest';
import { sampleBasis, sampleOutlook, sampleRecord } from '../../../../test/fixtures/outlook.sample.js';
import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { eveningBelief, type Belief } from './evening-belief.js';
import { timingWords } from './timing-title.js';

type Told = Partial<Recommendation> & Pick<Recommendation, 'verdict'>;
const more: Told = { verdict: 'do_more', effect: 0.38, low: 0.12, high: 0.7, posts: 64 };
const less: Told = { verdict: 'do_less', effect: -0.25, low: -0.4, high: -0.08, posts: 50 };
const perhaps: Told = { verdict: 'test', effect: 0.3, low: -0.05, high: 0.8, posts: 16 };
const same: Told = { verdict: 'no_clear_difference', effect: 0, low: -0.15, high: 0.18, posts: 45 };
const noGain: Told = { verdict: 'no_clear_difference', effect: -0.05, low: -0.16, high: 0.07, posts: 90 };
const few: Told = { verdict: 'not_enough_data', reason: 'too-few-posts', posts: 5 };

const cell = { weekday: 'mon', band: 'morning', posts: 9, predicted: 0.1 } as const;
const beliefOf = (outlook: ChannelOutlook, name = 'Facebook'): Belief => {
  const { verdict, short, long } = eveningBelief({ outlook, name, isOnlyOfNetwork: true }, timingWords('fr'));
  const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
  return { verdict, short: plain(short), long: plain(long) };
};
/** Null: no post in that band. Mornings always have theirs. */
const told = (evening: Told | null, night: Told | null): Belief => beliefOf(sampleOutlook(1, {
  network: 'facebook', grid: [cell],
  records: [
    sampleRecord(1, 1, { dimension: 'hour_band', level: 'morning', ...same }),
    ...(evening === null ? [] : [sampleRecord(1, 2, { dimension: 'hour_band', level: 'evening', ...evening })]),
    ...(night === null ? [] : [sampleRecord(1, 3, { dimension: 'hour_band', level: 'night', ...night })]),
  ],
}));

describe('« Le soir, ça marche mieux »', () => {
  it.each<{ evening: Told | null; night: Told | null; verdict: Belief['verdict']; short: string }>([
    { evening: more, night: more, verdict: 'confirmed', short: 'Oui.' },
    { evening: more, night: same, verdict: 'confirmed', short: 'Oui, avant 21 h.' },
    { evening: more, night: less, verdict: 'confirmed', short: 'Oui, avant 21 h.' },
    { evening: few, night: more, verdict: 'confirmed', short: 'Oui, après 21 h.' },
    { evening: less, night: less, verdict: 'denied', short: 'Non, c’est le contraire.' },
    { evening: less, night: same, verdict: 'denied', short: 'Non, pas avant 21 h.' },
    { evening: same, night: less, verdict: 'denied', short: 'Non, pas après 21 h.' },
    { evening: noGain, night: noGain, verdict: 'denied', short: 'Non, rien n’y gagne vraiment.' },
    { evening: noGain, night: few, verdict: 'denied', short: 'Non, pas avant 21 h.' },
    { evening: noGain, night: same, verdict: 'unknown', short: 'Vos chiffres ne montrent pas de différence.' },
    { evening: { ...same, high: 0.85 }, night: same, verdict: 'unknown', short: 'Vos chiffres ne permettent pas de trancher.' },
    { evening: same, night: null, verdict: 'unknown', short: 'Vos chiffres ne montrent pas de différence.' },
    { evening: perhaps, night: noGain, verdict: 'unknown', short: 'On ne le sait pas encore.' },
    { evening: few, night: null, verdict: 'unknown', short: 'On ne le sait pas encore.' },
  ])('is $verdict where early evening is $evening.verdict and later $night.verdict: « $short »', ({ evening, night, verdict, short }) => {
    expect(told(evening, night)).toMatchObject({ verdict, short });
  });

  it('says what it rests on, both before and after nine, with the range and the posts', () => {
    expect(told(more, same).long).toBe(
      'Entre 17 h et 21 h, indice solide : environ +38 % de personnes (probablement entre +12 % et +70 %), 64 publications. '
      + 'Après 21 h, pas de différence visible : s’il y en a une, elle se situe probablement entre −15 % et +18 % (45 publications).',
    );
    expect(told(perhaps, few).long).toBe('Entre 17 h et 21 h, à vérifier : probablement entre −5 % et +80 %, sur 16 publications. Après 21 h, 5 publications : il en faut au moins 8.');
    expect(told(few, null).long).toContain('Après 21 h, aucune publication : il en faut au moins 8.');
    expect(told({ ...few, posts: 13 }, few).long).toContain('Entre 17 h et 21 h, 13 publications, mais trop peu à d’autres heures pour comparer.');
  });

  it('cannot be told where everything goes out at one time', () => {
    const crowded = [{ dimension: 'hour_band' as const, level: 'morning', posts: 46 }, { dimension: 'weekday' as const, level: 'tue', posts: 44 }, { dimension: 'weekday' as const, level: 'thu', posts: 2 }];
    const letter = sampleOutlook(3, { network: 'newsletter', grid: [cell], records: crowded.map((one, place) => sampleRecord(3, place, { ...few, ...one })) });
    expect(beliefOf(letter)).toEqual({ verdict: 'unknown', short: 'Vos chiffres ne peuvent pas le dire.', long: 'Presque tout sort le mardi, le matin : il n’y a rien à comparer.' });
  });

  it('is not judged by figures that are not there', () => {
    const records = [sampleRecord(1, 1, { dimension: 'hour_band', level: 'evening', ...more })];
    expect(beliefOf(sampleOutlook(1, { network: 'mastodon', givesReach: false, records }), 'Mastodon')).toEqual({ verdict: 'unknown', short: 'On ne peut pas le savoir.', long: 'Mastodon ne compte pas les personnes touchées.' });
    const small = sampleOutlook(1, { network: 'facebook', basis: sampleBasis({ posts: 12, organic: 12 }), records });
    expect(beliefOf(small)).toEqual({ verdict: 'unknown', short: 'On ne le sait pas encore.', long: '12 publications peuvent être comparées ; pour parler d’heures, il en faut au moins 20.' });
  });
});
