import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExpectedPost, PublishedPost } from './likeness.js';
import { type HandLink, matchPosts, type MatchingInput } from './match-posts.js';

const DAY = '2026-03-05';

/** Local time is UTC here. */
function plan(id: string, time: string, rest: Partial<ExpectedPost> = {}): ExpectedPost {
  const day = rest.day ?? DAY;
  return { id, channelId: 'c', at: new Date(`${day}T${time}:00Z`), day, format: 'photo', series: null, title: null, ...rest };
}

function post(id: string, time: string, rest: Partial<PublishedPost> = {}): PublishedPost {
  const localDay = rest.localDay ?? DAY;
  return { id, channelId: 'c', publishedAt: new Date(`${localDay}T${time}:00Z`), localDay, format: 'photo', series: null, text: null, ...rest };
}

function match(planned: ExpectedPost[], published: PublishedPost[], byHand: HandLink[] = []) {
  return matchPosts({ planned, published, byHand });
}

const told = (planned: ExpectedPost[], published: PublishedPost[], byHand: HandLink[] = []) => match(planned, published, byHand).links.map(({ planId, postId, how }) => `${planId} ${postId} ${how}`);

const minute = fc.integer({ min: 0, max: 3 * 1440 - 1 });
const instantOf = (later: number) => new Date(Date.parse(`${DAY}T00:00:00Z`) + later * 60_000);
const dayOf = (later: number) => instantOf(later).toISOString().slice(0, 10);
const channelId = fc.constantFrom('c', 'd');
const format = fc.constantFrom('photo', 'video', null);
const words = fc.constantFrom(null, 'Jeudi du conte', 'Ciné-club');
const plans = fc.array(fc.record({ channelId, later: minute, format, series: words, title: words }), { maxLength: 14 })
  .map((all) => all.map(({ later, ...rest }, index): ExpectedPost => ({ id: `plan${index}`, at: instantOf(later), day: dayOf(later), ...rest })));
const posts = fc.array(fc.record({ channelId, later: minute, format, series: words, text: words }), { maxLength: 14 })
  .map((all) => all.map(({ later, ...rest }, index): PublishedPost => ({ id: `post${index}`, publishedAt: instantOf(later), localDay: dayOf(later), ...rest })));
const input = fc.record({ planned: plans, published: posts, hand: fc.array(fc.option(fc.nat(13)), { maxLength: 5 }) }).map(({ planned, published, hand }): MatchingInput => {
  const free = new Set(planned.map(({ id }) => id));
  const byHand = hand.slice(0, published.length).flatMap((index, at): HandLink[] => {
    const planId = index === null ? null : `plan${index}`;
    return planId !== null && !free.delete(planId) ? [] : [{ postId: `post${at}`, planId }];
  });
  return { planned, published, byHand };
});

describe('matching a post', () => {
  it.each([
    { what: 'half an hour late, as planned', published: post('p', '18:30'), how: 'certain' },
    { what: 'half an hour early', published: post('p', '17:30'), how: 'certain' },
    { what: 'a minute later than that', published: post('p', '18:31'), how: 'likely' },
    { what: 'in another format', published: post('p', '18:05', { format: 'video' }), how: 'likely' },
    { what: 'of unknown format', published: post('p', '18:05', { format: null }), how: 'likely' },
    { what: 'in another format, of the same appointment', published: post('p', '18:05', { format: 'video', series: '#JEUDIDUCONTE' }), how: 'certain' },
    { what: 'in another format, with the words of the title', published: post('p', '18:05', { format: 'video', text: 'Ce soir : la Nuit du  CINÉMA belge !' }), how: 'certain' },
    { what: 'without the short words of the title', published: post('p', '18:05', { format: 'video', text: 'Cinéma de nuit' }), how: 'certain' },
    { what: 'in another format, with the words far down its text', published: post('p', '18:05', { format: 'video', text: `${'Bonjour à tous. '.repeat(20)}Nuit du cinéma` }), how: 'likely' },
    { what: 'the next morning', published: post('p', '08:00', { localDay: '2026-03-06' }), how: undefined },
    { what: 'on another channel', published: post('p', '18:00', { channelId: 'd' }), how: undefined },
  ])('$what is $how', ({ published, how }) => {
    expect(match([plan('a', '18:00', { series: '#jeudiduconte', title: 'Nuit du cinéma' })], [published]).links[0]?.how).toBe(how);
  });

  it('knows no format that both leave open, and no title without a word', () => {
    expect(told([plan('a', '18:00', { format: null, title: '« À 8 h »' })], [post('p', '18:05', { format: null, text: 'Bonjour' })])).toEqual(['a p likely']);
  });

  it('sees past midnight what is certain, and not what is only likely', () => {
    const next = { localDay: '2026-03-06' };
    expect(told([plan('a', '23:50')], [post('p', '00:10', next)])).toEqual(['a p certain']);
    expect(told([plan('a', '23:50')], [post('p', '00:10', { ...next, format: 'video' })])).toEqual([]);
  });

  it('goes by the local day, not by that of Greenwich', () => {
    const brussels = post('p', '22:30', { publishedAt: new Date('2026-03-04T23:30:00Z') });
    expect(told([plan('a', '12:00')], [brussels])).toEqual(['a p likely']);
  });
});

describe('matching all posts', () => {
  it('fills one plan with one post, the one that is like it', () => {
    expect(told([plan('a', '12:00'), plan('b', '18:00', { format: 'video' })], [post('p', '19:00', { format: 'video' }), post('q', '18:45')])).toEqual(['a q likely', 'b p likely']);
    expect(match([plan('a', '12:00')], [post('p', '12:05'), post('q', '12:01')])).toMatchObject({ links: [{ postId: 'q' }], unlinkedPosts: ['p'], unlinkedPlans: [] });
    expect(match([plan('a', '12:00'), plan('b', '12:10')], [post('p', '12:09')])).toMatchObject({ links: [{ planId: 'b' }], unlinkedPosts: [], unlinkedPlans: ['a'] });
  });

  it('goes by the words where instants would say otherwise', () => {
    const planned = [plan('a', '12:00', { title: 'Atelier théâtre' }), plan('b', '18:00', { title: 'Concert' })];
    expect(told(planned, [post('p', '13:00', { text: 'Concert de jazz' }), post('q', '17:00', { text: 'L’atelier-théâtre reprend' })])).toEqual(['a q likely', 'b p likely']);
  });

  // What is late on one day and early on the next hangs together: c could take p or q, and only q leaves p to a.
  it('looks at two days at once where midnight joins them', () => {
    const next = { day: '2026-03-06' };
    const planned = [plan('a', '23:00'), plan('b', '00:01', { ...next, format: 'video' }), plan('c', '00:05', next)];
    const published = [post('p', '23:50'), post('q', '00:20', { localDay: '2026-03-06' }), post('r', '15:00', { localDay: '2026-03-06' })];
    expect(told(planned, published)).toEqual(['a p likely', 'b r likely', 'c q certain']);
  });

  // p is nearer to b, and alone can fill a: b takes q, two hours late.
  it('leaves no plan empty that another choice would fill', () => {
    const late = { localDay: '2026-03-06' };
    expect(told([plan('a', '23:40'), plan('b', '00:05', { day: '2026-03-06' })], [post('p', '00:05', late), post('q', '02:05', late)])).toEqual(['a p certain', 'b q likely']);
  });

  it('prefers what is certain to any number of likely ones', () => {
    const next = { localDay: '2026-03-06', format: 'video' } as const;
    const planned = [plan('a', '23:45', { format: 'video' }), plan('b', '09:00', { day: '2026-03-06' })];
    expect(told(planned, [post('p', '00:10', next), post('q', '23:00', { format: 'link' })])).toEqual(['a p certain']);
  });

  it('keeps what people linked, even across channels and days, and looks at neither end again', () => {
    const [planned, published] = [[plan('a', '12:00'), plan('b', '18:00')], [post('p', '12:00'), post('q', '18:00', { channelId: 'd', localDay: '2026-05-01' })]];
    expect(told(planned, published, [{ postId: 'q', planId: 'a' }])).toEqual(['a q hand', 'b p likely']);
  });

  it('does not fill a plan with a post that people said fills none', () => {
    expect(match([plan('a', '12:00')], [post('p', '12:00')], [{ postId: 'p', planId: null }])).toEqual({ links: [], unlinkedPosts: ['p'], unlinkedPlans: ['a'] });
  });
});

describe('any matching', () => {
  it('is the same whatever the order', () => {
    fc.assert(fc.property(input, ({ planned, published, byHand }) => {
      expect(matchPosts({ planned: planned.toReversed(), published: published.toReversed(), byHand: byHand.toReversed() })).toEqual(matchPosts({ planned, published, byHand }));
    }), { numRuns: 300 });
  });

  it('fills one plan with one post, and tells every other', () => {
    fc.assert(fc.property(input, (given) => {
      const { links, unlinkedPlans, unlinkedPosts } = matchPosts(given);
      const [linkedPlans, linkedPosts] = [links.map(({ planId }) => planId), links.map(({ postId }) => postId)];
      expect(new Set(linkedPlans).size).toBe(links.length);
      expect(new Set(linkedPosts).size).toBe(links.length);
      const expected = (all: readonly { id: string }[]) => all.map(({ id }) => id).toSorted();
      expect([...new Set([...linkedPlans, ...unlinkedPlans])].filter((id) => given.planned.some((one) => one.id === id)).toSorted()).toEqual(expected(given.planned));
      expect([...linkedPosts, ...unlinkedPosts].toSorted()).toEqual(expected(given.published));
    }), { numRuns: 300 });
  });

  it('keeps every link made by hand, and no other to its ends', () => {
    fc.assert(fc.property(input, (given) => {
      const { links } = matchPosts(given);
      for (const { postId, planId } of given.byHand) {
        expect(links.filter((link) => link.postId === postId || (planId !== null && link.planId === planId))).toEqual(planId === null ? [] : [{ postId, planId, how: 'hand' }]);
      }
    }), { numRuns: 300 });
  });

  it('leaves no plan and post of a channel and day both without a link', () => {
    fc.assert(fc.property(input, (given) => {
      const { unlinkedPlans, unlinkedPosts } = matchPosts({ ...given, byHand: [] });
      const freePlans = given.planned.filter(({ id }) => unlinkedPlans.includes(id));
      const freePosts = given.published.filter(({ id }) => unlinkedPosts.includes(id));
      expect(freePlans.filter((free) => freePosts.some((one) => one.channelId === free.channelId && one.localDay === free.day))).toEqual([]);
    }), { numRuns: 300 });
  });

  it('is the same when asked again with its own links made by hand', () => {
    fc.assert(fc.property(input, (given) => {
      const first = matchPosts(given);
      const again = matchPosts({ ...given, byHand: [...first.links, ...given.byHand.filter(({ planId }) => planId === null)] });
      expect(again.links.map(({ postId, planId }) => ({ postId, planId }))).toEqual(first.links.map(({ postId, planId }) => ({ postId, planId })));
    }));
  });
});
