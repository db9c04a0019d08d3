import { describe, expect, it } from 'vitest';
import { sampleOutlook, sampleRecord } from '../../../../test/fixtures/outlook.sample.js';
import type { TestedRecommendation } from '../contract/plan-experiment.contract.js';
import { adviceWords } from '../report/advice-words.js';
import { eveningBelief } from '../report/evening-belief.js';
import { sayBeside, sayRecommendation } from '../report/say-recommendation.js';
import { timingWords } from '../report/timing-title.js';
import { verdictLine } from '../report/verdict-line.js';
import { joinTested } from './join-tested.js';

const evening = sampleRecord(1, 1, { dimension: 'hour_band', level: 'evening', verdict: 'test', effect: 0.2, low: -0.05, high: 0.5, posts: 30 });
const monday = sampleRecord(1, 2, { dimension: 'weekday', level: 'mon', verdict: 'test', effect: 0.3, low: -0.05, high: 0.6, posts: 30 });
const test = { recommendationId: evening.id, dimension: 'hour_band', level: 'evening', against: 'morning', sees: 0.2, eachArm: 20, months: 2, isTooLong: false } as const;
const outlook = sampleOutlook(1, { network: 'facebook', records: [evening, monday], test, headlines: [{ dimension: 'hour_band', recommendationId: null, bestGuess: 'evening' }, { dimension: 'weekday', recommendationId: null, bestGuess: 'mon' }] });
const tested = (rest: Partial<TestedRecommendation> = {}): TestedRecommendation => ({
  recommendationId: evening.id, channelId: evening.channelId, experimentId: evening.id, dimension: 'hour_band', level: 'evening', against: 'morning',
  verdict: 'do_more', effect: 0.31, low: 0.09, high: 0.58, posts: 40, isShort: false, givenUpBefore: 0, readAt: '2027-01-12T23:30:00.000Z', ...rest,
});
const join = (rest: Partial<TestedRecommendation> = {}) => joinTested([outlook], [tested(rest)])[0] ?? outlook;
const words = adviceWords('fr');
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('joinTested', () => {
  it('puts what was tested in the place of what was estimated, of that recommendation alone', () => {
    const [first, second] = join().records;
    // Read in the evening of the 12th in London, which is the 13th in Brussels.
    expect(first).toEqual({ ...evening, verdict: 'do_more', effect: 0.31, low: 0.09, high: 0.58, tested: { against: 'morning', posts: 40, isShort: false, givenUpBefore: 0, day: '2027-01-13' } });
    expect(second).toBe(monday);
  });

  it('proposes no test of what was tested', () => {
    expect(join().test).toBeNull();
    expect(joinTested([outlook], [tested({ recommendationId: monday.id })])[0]?.test).toEqual(test);
  });

  it('leaves channels without any as they are', () => {
    expect(joinTested([outlook], [])[0]).toBe(outlook);
  });

  it.each([
    ['do_more', { recommendationId: evening.id, bestGuess: null }],
    ['do_less', { recommendationId: null, bestGuess: null }],
    ['no_clear_difference', { recommendationId: null, bestGuess: null }],
  ] as const)('tells of a dimension what %s leaves of it', (verdict, left) => {
    expect(join({ verdict }).headlines).toEqual([{ dimension: 'hour_band', ...left }, { dimension: 'weekday', recommendationId: null, bestGuess: 'mon' }]);
  });
});

describe('what was tested', () => {
  const said = (rest: Partial<TestedRecommendation> = {}) => {
    const joined = join(rest);
    const { mark, state, title, text } = sayRecommendation(joined.records[0] ?? evening, joined, words);
    return [mark, state, title, text].map(plain);
  };

  it('is said as such, with its range, its posts and its day', () => {
    expect(said()).toEqual([
      'full', 'Testé chez vous', 'Publier en début de soirée touche environ 31 % de personnes en plus.',
      'Probablement entre +9 % et +58 %. 40 publications tirées au sort, la moitié en début de soirée, la moitié le matin. Résultat lu le 13 janvier 2027.',
    ]);
  });

  it('is said where it shows nothing, where it ended short, and where others were given up before', () => {
    expect(said({ verdict: 'no_clear_difference', effect: 0.02, low: -0.1, high: 0.15 }).slice(0, 3)).toEqual(['rest', 'Testé chez vous', 'Publier en début de soirée ou le matin : aucune différence visible.']);
    expect(said({ verdict: 'do_less', effect: -0.25, low: -0.4, high: -0.08 })[2]).toBe('Publier en début de soirée touche environ 25 % de personnes en moins.');
    expect(said({ effect: 1.31, low: 0.9, high: 2 })[2]).toBe('Publier en début de soirée touche environ 2,3 fois plus de personnes.');
    expect(said({ isShort: true, givenUpBefore: 2 })[3]).toContain('L’essai s’est terminé avant d’avoir toutes ses publications : il voit moins bien un petit écart. 2 autres essais avaient été abandonnés avant celui-ci : il prouve un peu moins.');
  });

  it('says nothing more of what was estimated before', () => {
    const joined = { ...join(), changes: [{ recommendationId: evening.id, before: 'no_clear_difference' as const, changedAt: outlook.madeAt }] };
    expect(sayBeside(joined.records[0] ?? evening, joined, words)).toEqual([]);
  });

  it('answers what people say of evenings', () => {
    const slots = [{ weekday: 'mon' as const, band: 'evening' as const, posts: 30, predicted: 0.05 }];
    const belief = (rest: Partial<TestedRecommendation> = {}) => eveningBelief({ outlook: { ...join(rest), grid: slots }, name: 'Facebook', isOnlyOfNetwork: true }, timingWords('fr')).long;
    expect(plain(belief())).toContain('Entre 17 h et 21 h, testé chez vous : environ +31 % de personnes (probablement entre +9 % et +58 %), 40 publications tirées au sort.');
    expect(plain(belief({ verdict: 'no_clear_difference', effect: 0.02, low: -0.1, high: 0.15 }))).toContain('Entre 17 h et 21 h, testé chez vous, pas de différence visible : s’il y en a une, elle se situe probablement entre −10 % et +15 % (40 publications tirées au sort).');
  });

  it('has its line', () => {
    const { state, detail, isSure } = verdictLine(join().records[0] ?? evening, words);
    expect([state, detail ?? '', isSure].map(String).map(plain)).toEqual(['Testé chez vous, environ +31 %', 'l’autre moitié le matin ; probablement entre +9 % et +58 %', 'true']);
  });
});
