import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import type { ChannelReport } from '../contract/report.contract.js';
import { channelCells } from './channel-cells.js';
import { findingsOf } from './findings.js';
import { readingDay, sourceOf } from './glossary.js';
import { postsSeen } from './posts-seen.js';
import { mainChannelOf, reportHeadline } from './report-headline.js';
import { reportWords, sayMonths } from './report-words.js';

const words = reportWords('fr');
const nothing = { median: null, low: null, high: null, posts: 0 };

describe('a channel’s cells', () => {
  it('show each figure with what must be said under it', () => {
    const cells = channelCells(channel('facebook'), words);
    expect(plain(cells)).toEqual({
      followers: { main: '2840', detail: ['+34 en un mois'] },
      reach: { main: '5,6', detail: ['probablement entre 4,1 et 7,7', '21 publications, octobre 2026'] },
      sharing: { main: '21', detail: ['143 pour 684'] },
      posts: { main: '23', detail: ['dont 2 sponsorisées'] },
    });
  });

  it.each<{ what: string; change: Partial<ChannelReport>; column: 'followers' | 'reach' | 'sharing'; detail: string }>([
    { what: 'followers never read', change: { followers: null }, column: 'followers', detail: 'nombre inconnu' },
    { what: 'shares that the network hides', change: { sharing: { posts: 4, likes: 30, shares: null, sharesPerLike: null } }, column: 'sharing', detail: 'non communiqué' },
    { what: 'too few likes for a ratio', change: { sharing: { posts: 4, likes: 3, shares: 9, sharesPerLike: null } }, column: 'sharing', detail: 'moins de 20 j’aime' },
    { what: 'too few posts for a median', change: noHeadline('too-few-posts'), column: 'reach', detail: 'moins de 5 publications jugées' },
    { what: 'people that no reading counts', change: { ...noHeadline('no-reach'), standIn: { interactionsPerFollower: nothing, shares: 24, views: 894 } }, column: 'reach', detail: 'Personnes touchées inconnues' },
    { what: 'a network that counts no people', change: { ...noHeadline('no-reach'), givesReach: false }, column: 'reach', detail: 'Non mesurable sur ce réseau' },
  ])('put a dash and the reason for $what', ({ change, column, detail }) => {
    const cell = plain(channelCells({ ...channel('facebook'), ...change }, words)[column]);
    expect(cell.main).toBe('—');
    expect(cell.detail[0]).toBe(detail);
  });
});

describe('the findings', () => {
  it('say reach, passing on and followers, each with its figures', () => {
    expect(findingsOf(channel('facebook'), { ...sampleReport(), advice: null }, words).map(({ title }) => title)).toEqual([
      'Une publication ne touche qu’une partie de ceux qui nous suivent.', 'On nous partage.', '34\u00A0abonnés de plus en un mois.',
    ]);
  });

  it('say nothing of reach where none is known, and never a zero for the unknown', () => {
    const silent = { ...channel('facebook'), ...noHeadline('no-posts'), followers: null, sharing: { posts: 2, likes: null, shares: null, sharesPerLike: null } };
    expect(findingsOf(silent, { ...sampleReport(), advice: null }, words).map(({ title }) => title)).toEqual(['Nos partages ne sont pas connus.', 'Nombre d’abonnés inconnu.']);
  });
});

describe('the headline', () => {
  it('is that of the main channel, or of an only one that says why it has none', () => {
    const report = sampleReport();
    expect(reportHeadline(report, words).rate).toBe(0.0562);
    expect(mainChannelOf({ ...report, mainChannelId: null })).toBeNull();
    const alone = reportHeadline({ channels: [{ ...channel('youtube'), ...noHeadline('no-reach') }], mainChannelId: null }, words);
    expect(alone).toMatchObject({ rate: null, people: '', before: 'Les chiffres relevés ne disent pas combien de personnes ont vu les publications.' });
  });
});

describe('the posts', () => {
  it('keep their own text whole and their unknowns as dashes', () => {
    const report = sampleReport();
    const [post] = report.best;
    if (post === undefined) throw new Error('the sample has posts');
    const seen = postsSeen({ ...report, best: [{ ...post, text: null, shares: null }], least: [] }, words);
    expect(seen?.groups).toHaveLength(1);
    expect(seen?.groups[0]?.rows[0]).toMatchObject({ text: null, shares: '—', detail: 'samedi 24 octobre à 18\u00A0h\u00A040, photo' });
    expect(postsSeen({ ...report, best: [], least: [] }, words)).toBeNull();
  });
});

describe('the source', () => {
  it('names the day, the networks and the invention', () => {
    const report = sampleReport();
    expect(readingDay(report, words)).toBe('9 novembre 2026');
    expect(sourceOf(report, words)).toHaveLength(2);
    expect(sourceOf({ ...report, figuresAt: null }, words)[0]).toContain('Aucun chiffre n’a encore été relevé');
  });

  it('names months once a year', () => {
    expect([['2026-10-01', '2026-10-31'], ['2026-08-01', '2026-10-31'], ['2025-11-01', '2026-10-31']].map(([from = '', to = '']) => sayMonths(words, { from, to })))
      .toEqual(['octobre 2026', 'août à octobre 2026', 'novembre 2025 à octobre 2026']);
  });
});

function channel(network: string): ChannelReport {
  const found = sampleReport().channels.find((report) => report.channel.network === network);
  if (found === undefined) throw new Error(`the sample has no ${network}`);
  return found;
}

function noHeadline(reason: NonNullable<ChannelReport['headline']['reason']>): Partial<ChannelReport> {
  return { headline: { ...channel('facebook').headline, figure: nothing, reason } };
}

/** Without the spaces that hold words together, to be read here. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replaceAll('\u202F', '').replaceAll('\u00A0', ' '));
}
