import { describe, expect, it } from 'vitest';
import { fewPassedOn, sampleGroup, samplePassedOn, sharingOutlook, unreachedPassedOn } from '../../../../test/fixtures/insights.sample.js';
import { smallPage, tuesdayNewsletter, unmeasuredMastodon } from '../../../../test/fixtures/outlook.sample.js';
import type { Verdict } from '../contract/recommendation.contract.js';
import { calledTitle, formatsTitle, mostSharedTitle, passedOnWords, sayPace, seriesTitle, sharingMonthsTitle, sharingTitle } from './say-passed-on.js';

const words = passedOnWords('fr');
/** Every kind of space as a plain one. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

describe('what is passed on of a channel', () => {
  it.each([
    { likes: 684, shares: 143, expected: 'Sur Facebook, environ 1 partage pour 5 j’aime' }, // 0.209
    { likes: 100, shares: 66, expected: 'Sur Facebook, 66 partages pour 100 j’aime' },
    { likes: 100, shares: 97, expected: 'Sur Facebook, à peu près autant de partages que de j’aime' },
    { likes: 50, shares: 80, expected: 'Sur Facebook, 160 partages pour 100 j’aime' },
    { likes: 50, shares: 0, expected: 'Sur Facebook, rien n’est encore partagé' },
    { likes: 19, shares: 1, expected: 'Sur Facebook, 1 partage, et trop peu de j’aime pour un rapport' },
  ])('$shares shares and $likes likes: $expected', ({ likes, shares, expected }) => {
    expect(plain(sharingTitle('Sur Facebook', sampleGroup({ posts: 12, likes, shares }), words))).toBe(expected);
  });

  it('is not zero where it is unknown, nor anything where there is no post', () => {
    const unknown = { posts: 0, likes: null, shares: null, sharesPerLike: null };
    expect(sharingTitle('Par la lettre', { posts: 39, sharing: unknown }, words)).toBe('Par la lettre, on ne sait pas ce qui se partage');
    expect(sharingTitle('Sur YouTube', { posts: 0, sharing: unknown }, words)).toBe('Sur YouTube, aucune publication jugée');
  });

  it('is said with the same figures where people are not counted', () => {
    expect(sharingTitle('Sur Mastodon', unreachedPassedOn().whole, words)).toBe(sharingTitle('Sur Mastodon', samplePassedOn().whole, words));
  });
});

describe('the months', () => {
  it('are told by their range, never as a trend', () => {
    expect(plain(sharingMonthsTitle(samplePassedOn().months, words))).toBe('Selon les mois, de 15 à 30 partages pour 100 j’aime');
  });

  it('are one level where they all round to it, one month where only one has a ratio, and nothing without any', () => {
    const [july] = samplePassedOn().months.filter(({ month }) => month === '2025-07');
    expect(plain(sharingMonthsTitle(fewPassedOn().months, words))).toBe('Autour de 10 partages pour 100 j’aime chaque mois');
    expect(plain(sharingMonthsTitle(fewPassedOn().months.slice(-1), words))).toBe('10 partages pour 100 j’aime en octobre 2026');
    expect(sharingMonthsTitle(july === undefined ? [] : [july], words)).toBe('Trop peu de j’aime pour un rapport par mois');
  });
});

describe('the finding of formats', () => {
  const { records } = sharingOutlook();
  const without = (...verdicts: Verdict[]) => records.filter(({ verdict }) => !verdicts.includes(verdict));

  it.each([
    { rule: 'what reaches more comes first', given: records, expected: 'Vos vidéos touchent plus de monde que vos autres publications' },
    {
      rule: 'the largest of several speaks', expected: 'Vos événements touchent plus de monde que vos autres publications',
      given: records.map((record) => (record.level === 'event' ? { ...record, verdict: 'do_more' as const, effect: 0.9 } : record)).toSorted((a) => (a.level === 'event' ? 1 : -1)),
    },
    { rule: 'then what reaches fewer', given: without('do_more'), expected: 'Vos liens touchent moins de monde que vos autres publications' },
    { rule: 'then what is worth a test', given: without('do_more', 'do_less'), expected: 'Peut-être plus de monde avec des événements : à vérifier' },
    { rule: 'then that nothing stands out', given: without('do_more', 'do_less', 'test'), expected: 'Aucun format ne se détache' },
    { rule: 'a small channel says nothing yet', given: smallPage().records, expected: 'Pas encore assez de publications pour départager les formats' },
    { rule: 'a channel of one format has nothing to compare', given: tuesdayNewsletter().records, expected: 'Un seul format : rien à comparer' },
    { rule: 'a network without people is no small channel', given: unmeasuredMastodon().records, expected: 'Les formats, par ce qu’on en partage' },
    { rule: 'verdicts that could not be read claim nothing', given: null, expected: 'Format par format' },
  ])('$rule', ({ given, expected }) => {
    expect(plain(formatsTitle(given, words))).toBe(expected);
  });
});

describe('posts that ask to be shared', () => {
  const asked = (called: { posts: number; shares: number }, others: { posts: number; shares: number }): string =>
    plain(calledTitle({ called: sampleGroup({ likes: 100, ...called }), notCalled: sampleGroup({ likes: 100, ...others }) }, words));

  it.each([
    { called: { posts: 42, shares: 31 }, others: { posts: 270, shares: 19 }, expected: 'Jusqu’ici, oui : 31 partages pour 100 j’aime, contre 19' },
    { called: { posts: 42, shares: 20 }, others: { posts: 270, shares: 19 }, expected: 'Non, autant : 20 partages pour 100 j’aime' },
    { called: { posts: 42, shares: 10 }, others: { posts: 270, shares: 19 }, expected: 'Non, moins : 10 partages pour 100 j’aime, contre 19' },
    { called: { posts: 7, shares: 90 }, others: { posts: 270, shares: 1 }, expected: 'Trop tôt pour le dire : 7 publications seulement le demandent' },
    { called: { posts: 42, shares: 90 }, others: { posts: 7, shares: 1 }, expected: 'Presque toutes le demandent : rien à quoi les comparer' },
    { called: { posts: 42, shares: 90 }, others: { posts: 0, shares: 0 }, expected: 'Toutes le demandent : rien à quoi les comparer' },
    { called: { posts: 0, shares: 0 }, others: { posts: 270, shares: 1 }, expected: 'Aucune publication ne le demande' },
  ])('$called.posts against $others.posts: $expected', ({ called, others, expected }) => {
    expect(asked(called, others)).toBe(expected);
  });
});

it('an appointment is told by its pace', () => {
  expect([7, 14, 21, 28].map((everyDays) => plain(sayPace({ weekday: 'thu', everyDays }, words)))).toEqual(['chaque jeudi', 'un jeudi sur deux', 'un jeudi sur trois', 'tous les 28 jours, le jeudi']);
  expect(plain(seriesTitle(2, words))).toBe('2 rendez-vous trouvés dans vos textes');
  expect(seriesTitle(0, words)).toBe('Aucun rendez-vous régulier dans vos textes');
});

it('the posts passed on most are told by the one that went farthest, wherever it stands', () => {
  expect(plain(mostSharedTitle(samplePassedOn().mostShared, words))).toBe('Jusqu’à 41 partages pour une seule publication');
  expect(plain(mostSharedTitle([{ shares: 1 }, { shares: 3 }], words))).toBe('Jusqu’à 3 partages pour une seule publication');
  expect(mostSharedTitle([], words)).toBe('Aucune publication n’a encore été partagée');
});
