import { writing, type Collection, type Locale } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { loadWholeLanguage } from '../../locales/language.js';
import { collection, run } from './collection.sample.js';
import { toRunRows, writeRunsCsv } from './run-rows.js';
import { sayDuration, sayLast, sayNeeds as tellNeeds, sayNext, sayOutcome, sayProgress, sayRemark, sayState, type Telling } from './say-collection.js';

interface Told { now?: string; timeZone?: string; city?: string | null; centreZone?: string; locale?: Locale }
const tell = async ({ now = '2026-11-24T09:00:00Z', timeZone = 'Europe/Brussels', city = null, centreZone = 'Europe/Brussels', locale = 'fr' }: Told = {}): Promise<Telling> => ({
  now: new Date(now), timeZone, city, centreZone, network: 'Facebook', translation: { ...(await loadWholeLanguage(locale)), write: writing(locale), setLocale: () => undefined },
});
const sayNeeds = (told: Collection, telling: Telling): string[] => tellNeeds(told, telling).map(({ words }) => words);
const plain = (text: string | null): string | null => text?.replaceAll(/[\u00A0\u202F]/g, ' ') ?? null;

describe('the next collection', () => {
  // Brussels is one hour ahead of UTC in November, two in summer.
  it.each([
    { at: '2026-11-25T08:10:00Z', french: 'demain vers 9 h', english: 'tomorrow around 09:00' },
    { at: '2026-11-24T09:01:00Z', french: 'dans une minute', english: 'in a minute' },
    { at: '2026-11-24T09:12:30Z', french: 'dans 12 minutes', english: 'in 12 minutes' },
    { at: '2026-11-24T09:00:30Z', french: 'dans un instant', english: 'in a moment' },
    { at: '2026-11-24T08:55:00Z', french: 'dans un instant', english: 'in a moment' },
    { at: '2026-11-24T08:45:00Z', french: 'dès que son tour vient', english: 'as soon as its turn comes' },
    { at: '2026-11-24T10:40:00Z', french: 'aujourd’hui vers midi', english: 'today around noon' },
    { at: '2026-11-24T13:29:00Z', french: 'cet après-midi vers 14 h', english: 'this afternoon around 14:00' },
    { at: '2026-11-24T13:30:00Z', french: 'cet après-midi vers 15 h', english: 'this afternoon around 15:00' },
    { at: '2026-11-24T18:00:00Z', french: 'ce soir vers 19 h', english: 'this evening around 19:00' },
    // 23:40 in Brussels is nearer to the midnight that begins the next day.
    { at: '2026-11-24T22:40:00Z', french: 'cette nuit vers minuit', english: 'tonight around midnight' },
    { at: '2026-11-25T03:20:00Z', french: 'cette nuit vers 4 h', english: 'tonight around 04:00' },
    { at: '2026-11-25T03:50:00Z', french: 'demain vers 5 h', english: 'tomorrow around 05:00' },
    { at: '2026-11-26T22:50:00Z', french: 'le 27 novembre vers minuit', english: 'on 27 November around midnight' },
  ])('at $at is $french', async ({ at, french, english }) => {
    expect(plain(sayNext(collection({ nextDueAt: at }), await tell()))).toBe(french);
    expect(plain(sayNext(collection({ nextDueAt: at }), await tell({ locale: 'en' })))).toBe(english);
  });

  it('after midnight is this morning, and tonight when the night goes on', async () => {
    const told = await tell({ now: '2026-11-24T23:30:00Z' }); // 0:30 on the 25th in Brussels
    expect(plain(sayNext(collection({ nextDueAt: '2026-11-25T08:00:00Z' }), told))).toBe('ce matin vers 9 h');
    expect(plain(sayNext(collection({ nextDueAt: '2026-11-25T02:00:00Z' }), told))).toBe('cette nuit vers 3 h');
  });

  it('is told in the reader’s zone, also one of half an hour', async () => {
    expect(plain(sayNext(collection({ nextDueAt: '2026-11-25T00:30:00Z' }), await tell({ timeZone: 'Asia/Kolkata' })))).toBe('demain vers 6 h');
    expect(plain(sayNext(collection({ nextDueAt: '2026-11-25T02:00:00Z' }), await tell({ timeZone: 'America/Montreal' })))).toBe('ce soir vers 21 h');
  });

  it.each<Collection['state']>(['paused', 'needs-reconnection', 'limited', 'collecting'])('is not told of one that is %s', async (state) => {
    expect(sayNext(collection({ state }), await tell())).toBeNull();
  });
});

describe('the state and the last collection', () => {
  it.each([
    { until: '2026-11-24T13:30:00Z', words: 'Limité jusqu’à 14 h 30' },
    { until: '2026-11-24T23:00:00Z', words: 'Limité jusqu’à demain, 0 h' },
    { until: '2026-11-27T08:00:00Z', words: 'Limité jusqu’au 27 novembre, 9 h' },
  ])('limited until $until', async ({ until, words }) => {
    expect(plain(sayState(collection({ state: 'limited', limitedUntil: until }), await tell()))).toBe(words);
  });

  it('every state has its words', async () => {
    const told = await tell();
    const states: Collection['state'][] = ['connected', 'collecting', 'late', 'limited', 'needs-reconnection', 'paused'];
    expect(states.map((state) => sayState(collection({ state }), told))).toEqual(['Relié', 'Collecte en cours', 'En retard', 'Limité par le réseau', 'À reconnecter', 'En pause']);
  });

  it('the last one is told as people say it, across midnight', async () => {
    expect(plain(sayLast(collection({ collectedAt: '2026-11-24T06:12:00Z' }), await tell()))).toBe('ce matin à 7 h 12');
    expect(plain(sayLast(collection({ collectedAt: '2026-11-24T06:12:00Z' }), await tell({ now: '2026-11-24T23:01:00Z' })))).toBe('hier à 7 h 12');
    expect(plain(sayLast(collection({ collectedAt: '2026-11-23T23:05:00Z' }), await tell()))).toBe('cette nuit à 0 h 05');
    expect(sayLast(collection({ collectedAt: null }), await tell())).toBeNull();
  });
});

describe('what is the matter', () => {
  it('is one sentence, since when, and what to do', async () => {
    const broken = collection({ state: 'needs-reconnection', trouble: 'access-revoked', troubleSince: '2026-11-19T08:00:00Z' });
    expect((await Promise.all([tell(), tell({ locale: 'en' })])).map((told) => sayNeeds(broken, told).map(plain))).toEqual([
      ['Facebook n’accepte plus notre accès. Cela dure depuis le 19 novembre. Reconnectez ce canal : le mot de passe a sans doute changé, ou l’accès a été retiré.'],
      ['Facebook no longer accepts our access. This has lasted since 19 November. Reconnect this channel: the password has probably changed, or the access was taken away.'],
    ]);
  });

  it.each([
    { since: '2026-11-24T05:30:00Z', words: 'Cela dure depuis 6 h 30.' },
    { since: '2026-11-23T22:59:00Z', words: 'Cela dure depuis hier.' },
    { since: '2025-12-31T12:00:00Z', words: 'Cela dure depuis le 31 décembre 2025.' },
  ])('since $since', async ({ since, words }) => {
    const [sentence = null] = sayNeeds(collection({ trouble: 'unavailable', troubleSince: since }), await tell());
    expect(plain(sentence)).toBe(`Facebook n’a pas répondu. ${words} Portée réessaie d’elle-même, aucun chiffre ne se perd.`);
  });

  it.each([
    { ends: '2026-12-03T10:00:00Z', words: 'L’accès à Facebook se termine dans 9 jours, le 3 décembre. Reconnectez ce canal avant, pour qu’aucun jour ne manque.' },
    { ends: '2026-11-25T08:00:00Z', words: 'L’accès à Facebook se termine demain, le 25 novembre. Reconnectez ce canal avant, pour qu’aucun jour ne manque.' },
    { ends: '2026-11-24T22:30:00Z', words: 'L’accès à Facebook se termine aujourd’hui. Reconnectez ce canal pour qu’aucun jour ne manque.' },
    { ends: '2026-11-23T22:30:00Z', words: 'L’accès à Facebook s’est terminé le 23 novembre. Reconnectez ce canal.' },
  ])('an access that ends at $ends', async ({ ends, words }) => {
    expect(sayNeeds(collection({ accessEndsSoon: true, accessEndsAt: ends }), await tell()).map(plain)).toEqual([words]);
  });
});

describe('how far a collection has come', () => {
  const first = { state: 'running', kind: 'first', finishedAt: null } as const;
  it.each([
    { rule: 'none yet', change: { ...first, postsRead: 0, oldestPostAt: null }, words: 'La première collecte commence.' },
    { rule: 'one', change: { ...first, postsRead: 1 }, words: '1 publication lue, jusqu’en mars 2025.' },
    { rule: 'many', change: { ...first, postsRead: 1240 }, words: '1 240 publications lues, jusqu’en mars 2025.' },
    { rule: 'again', change: { state: 'running', postsRead: 12 } as const, words: '12 publications relues.' },
  ])('$rule', async ({ change, words }) => {
    expect(plain(sayProgress(collection({ state: 'collecting', lastRun: run(change) }), await tell()))).toBe(words);
  });

  it('is at its beginning while the last run is an older one', async () => {
    expect(sayProgress(collection({ state: 'collecting', lastRun: run({}) }), await tell())).toBe('La collecte commence.');
    expect(sayProgress(collection({ state: 'collecting', isBackfilled: false, lastRun: null }), await tell())).toBe('La première collecte commence.');
  });

  it('names the month of the oldest post in the centre’s zone', async () => {
    const late = collection({ state: 'collecting', lastRun: run({ ...first, oldestPostAt: '2025-02-28T23:30:00Z' }) });
    expect(plain(sayProgress(late, await tell()))).toContain('mars 2025');
    expect(plain(sayProgress(late, await tell({ centreZone: 'America/Montreal' })))).toContain('février 2025');
  });

  it('ends in words', async () => {
    expect(sayNeeds(collection({ lastRun: run({ kind: 'first' }) }), await tell()).map(plain)).toEqual(['Première collecte terminée : 240 publications lues, jusqu’en mars 2025.']);
    expect(sayNeeds(collection({ lastRun: run({ kind: 'first', postsRead: 0, oldestPostAt: null }) }), await tell()).map(plain)).toEqual(['Première collecte terminée : ce canal n’a encore aucune publication.']);
  });
});

describe('the history', () => {
  it.each([
    { seconds: 0.3, words: 'moins d’une seconde' }, { seconds: 42, words: '42 s' }, { seconds: 59.6, words: '1 min' },
    { seconds: 240, words: '4 min' }, { seconds: 3600, words: '1 h' }, { seconds: 7500, words: '2 h 5 min' },
  ])('$seconds seconds', async ({ seconds, words }) => {
    const { translation: { t } } = await tell();
    const startedAt = '2026-11-24T06:00:00.000Z';
    expect(plain(sayDuration({ startedAt, finishedAt: new Date(Date.parse(startedAt) + seconds * 1000).toISOString() }, t))).toBe(words);
  });

  it('says how each one ended, and keeps one under way open', async () => {
    const { translation } = await tell();
    expect([run({}), run({ state: 'running', finishedAt: null }), run({ state: 'failed', reason: 'access-revoked' }), run({ state: 'failed' })].map((one) => plain(sayOutcome(one, translation.t))))
      .toEqual(['Terminée', 'En cours', 'Arrêtée : accès refusé', 'Arrêtée : raison inconnue']);
    expect(Object.values(toRunRows([run({ state: 'running', finishedAt: null })], { timeZone: 'Europe/Brussels', city: null }, translation)[0]?.cells ?? {}).map(plain))
      .toEqual(['24 nov. 2026, 7 h 11', 'Ordinaire', '—', '240', '32', '9', '0', 'En cours']);
    expect(plain(toRunRows([run({})], { timeZone: 'Asia/Tokyo', city: 'Tokyo' }, translation)[0]?.cells.date ?? '')).toBe('24 nov. 2026, 15 h 11 (Tokyo)');
  });

  it('is copied as a spreadsheet reads it', async () => {
    const { translation } = await tell();
    expect(writeRunsCsv([run({ postsRead: 1240 }), run({ kind: 'first', state: 'running', finishedAt: null })], 'Europe/Brussels', translation).split('\r\n').slice(1).map(plain)).toEqual([
      '"2026-11-24 07:11","Ordinaire","42","1240","32","9","0","Terminée"', '"2026-11-24 07:11","Première","","240","32","9","0","En cours"',
    ]);
  });

  it('tells moments by the clock of who reads, and months of posts by that of the centre', async () => {
    const told = await tell({ timeZone: 'Pacific/Kiritimati', city: 'Kiritimati' });
    expect(plain(sayLast(collection({ collectedAt: '2026-11-24T06:12:00Z' }), told))).toBe('ce soir à 20 h 12 (Kiritimati)');
    expect(plain(sayState(collection({ state: 'limited', limitedUntil: '2026-11-24T10:30:00Z' }), told))).toContain('0 h 30 (Kiritimati)');
    // At half past nine in the morning of 1 October there, it is still September in Brussels.
    expect(plain(sayProgress(collection({ lastRun: run({ state: 'running', kind: 'first', postsRead: 12, oldestPostAt: '2026-09-30T19:30:00Z' }) }), told))).toContain('septembre 2026');
  });

  it('names a claim that nobody foresaw', async () => {
    const { translation: { t } } = await tell();
    expect([plain(sayRemark({ reason: 'count-negative', count: 1 }, t)), plain(sayRemark({ reason: 'from-mars', count: 3 }, t))]).toEqual(['Un nombre plus petit que zéro', '3 réponses étranges']);
  });
});
