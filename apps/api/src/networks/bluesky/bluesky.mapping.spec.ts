import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerDraft } from '../core/answer-draft.js';
import { blueskyFeed, blueskyPost } from './bluesky.answers.js';
import { readActor } from './bluesky.connect.js';
import { isOwnPost, isPostUri, toPostReading } from './bluesky.mapping.js';

const NOW = new Date('2026-11-23T11:00:00Z');
const DID = 'did:plc:abcd1234';
const plain = {
  uri: `at://${DID}/app.bsky.feed.post/3n2yl3ock3c2s`, cid: 'bafyrei', author: { did: DID, handle: 'centre.example' },
  record: { $type: 'app.bsky.feed.post', text: 'Concert vendredi 20h', createdAt: '2026-11-20T19:00:00.000Z' },
  bookmarkCount: 4, replyCount: 1, repostCount: 1, likeCount: 2, quoteCount: 1, indexedAt: '2026-11-20T19:00:01.000Z',
};

function read(changes: Record<string, unknown>) {
  const draft = new AnswerDraft(NOW);
  return { reading: toPostReading(blueskyPost.parse({ ...plain, ...changes }), draft), remarks: draft.remarks };
}

describe('toPostReading', () => {
  it('reads a post, and never a reach', () => {
    const { reading, remarks } = read({});
    expect(remarks).toEqual([]);
    expect(reading).toMatchObject({
      externalId: plain.uri, publishedAt: new Date('2026-11-20T19:00:00Z'), format: 'text', text: 'Concert vendredi 20h', paid: false, isShare: false,
      url: 'https://bsky.app/profile/did:plc:abcd1234/post/3n2yl3ock3c2s', figures: { reach: null, views: null, likes: 2, comments: 1, shares: 2, saves: 4, clicks: null },
    });
  });

  it.each([
    { createdAt: '2026-11-20T19:00:00Z', indexedAt: '2026-11-20T19:05:00Z', at: '2026-11-20T19:00:00.000Z' },
    { createdAt: '2031-01-01T00:00:00Z', indexedAt: '2026-11-20T19:05:00Z', at: '2026-11-20T19:05:00.000Z' }, // lies about the future
    { createdAt: '1776-07-04T00:00:00Z', indexedAt: '2026-11-20T19:05:00Z', at: '2026-11-20T19:05:00.000Z' }, // lies about the past
    { createdAt: 'jadis', indexedAt: '2026-11-20T19:05:00Z', at: '2026-11-20T19:05:00.000Z' },
    { createdAt: '2026-11-20T19:00:00Z', indexedAt: undefined, at: '2026-11-20T19:00:00.000Z' },
    { createdAt: '2031-01-01T00:00:00Z', indexedAt: '2031-01-01T00:00:00Z', at: null },
  ])('of $createdAt and $indexedAt takes $at', ({ createdAt, indexedAt, at }) => expect(read({ record: { text: '', createdAt }, indexedAt }).reading?.publishedAt.toISOString() ?? null).toBe(at));

  const images = 'app.bsky.embed.images#view';
  it.each([
    { embed: { $type: images, images: [{}] }, format: 'photo' }, { embed: { $type: images, images: [{}, {}] }, format: 'album' },
    { embed: { $type: 'app.bsky.embed.video#view' }, format: 'video' }, { embed: { $type: 'app.bsky.embed.external#view' }, format: 'link' }, { embed: { $type: 'app.bsky.embed.record#view' }, format: 'text' },
    { embed: { $type: 'app.bsky.embed.recordWithMedia#view', media: { $type: images, images: [{}] } }, format: 'photo' },
    { embed: { $type: 'app.bsky.embed.hologram#view' }, format: null }, { embed: 42, format: null }, { embed: undefined, format: 'text' },
  ])('calls $embed a $format', ({ embed, format }) => expect(read({ embed }).reading?.format).toBe(format));

  it('does not know what an AppView does not count', () => expect(read({ bookmarkCount: undefined, quoteCount: undefined }).reading?.figures).toMatchObject({ saves: null, shares: 1 }));

  it('makes a sound reading of whatever is a post, or none', () => {
    const count = fc.oneof(fc.integer(), fc.double(), fc.constant(null), fc.jsonValue());
    const post = fc.record({
      uri: fc.oneof(fc.constant(plain.uri), fc.string()), author: fc.record({ did: fc.string() }), record: fc.record({ text: fc.jsonValue(), createdAt: fc.jsonValue() }), embed: fc.jsonValue(),
      indexedAt: fc.oneof(fc.constant(plain.indexedAt), fc.jsonValue()), likeCount: count, replyCount: count, repostCount: count, quoteCount: count, bookmarkCount: count,
    }, { requiredKeys: ['uri', 'author', 'record'] });
    fc.assert(fc.property(post, (json) => {
      const parsed = blueskyPost.safeParse(json);
      const reading = parsed.success ? toPostReading(parsed.data, new AnswerDraft(NOW)) : null;
      expect(reading?.publishedAt.getTime() ?? 0).toBeLessThanOrEqual(NOW.getTime());
      for (const figure of Object.values(reading?.figures ?? {})) expect(figure === null || (Number.isInteger(figure) && figure >= 0)).toBe(true);
    }));
  });
});

describe('isOwnPost', () => {
  const item = (changes: Record<string, unknown>) => blueskyFeed.parse({ feed: [{ post: plain, ...changes }] }).feed.members.map((line) => isOwnPost(line, DID));

  it.each([
    { changes: {}, own: true }, { changes: { reason: { $type: 'app.bsky.feed.defs#reasonPin' } }, own: true },
    { changes: { reason: { $type: 'app.bsky.feed.defs#reasonRepost' } }, own: false }, { changes: { post: { ...plain, author: { did: 'did:plc:other' } } }, own: false },
  ])('$own for $changes', ({ changes, own }) => expect(item(changes)).toEqual([own]));
});

describe('readActor', () => {
  it.each([
    { typed: 'centre.example', actor: 'centre.example' }, { typed: ' @Centre.Example ', actor: 'centre.example' }, { typed: 'centre', actor: 'centre.bsky.social' },
    { typed: 'https://bsky.app/profile/centre.example/post/3n2', actor: 'centre.example' }, { typed: 'https://bsky.app/profile/did:plc:abcd1234', actor: 'did:plc:abcd1234' }, { typed: 'at://centre.example', actor: 'centre.example' },
    { typed: '\u2068centre.example\u2069', actor: 'centre.example' }, // copied with the marks that keep writing from turning round
    { typed: '', actor: null }, { typed: 'deux mots', actor: null }, { typed: 'https://bsky.app', actor: null }, { typed: '../etc', actor: null },
  ])('understands "$typed" as $actor', ({ typed, actor }) => expect(readActor(typed)).toBe(actor));

  it('never fails', () => {
    fc.assert(fc.property(fc.string(), (typed) => {
      expect(() => readActor(typed)).not.toThrow();
    }));
    expect(isPostUri('at://did:plc:a/app.bsky.feed.post/3n2') && !isPostUri('at://centre.example/app.bsky.feed.post/3n2')).toBe(true);
  });
});
