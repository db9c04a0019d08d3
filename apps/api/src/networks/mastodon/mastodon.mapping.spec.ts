import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerDraft } from '../core/answer-draft.js';
import { mastodonAccount, mastodonStatus, mastodonStatuses } from './mastodon.answers.js';
import { toChannelReading, toPostReading } from './mastodon.mapping.js';

const NOW = new Date('2026-11-23T11:00:00Z');
const plain = {
  id: '115603829471937536', created_at: '2026-11-20T19:00:00.000Z', visibility: 'public', uri: 'https://host.example/users/centre/statuses/1', url: 'https://host.example/@centre/1',
  content: '<p>Concert vendredi 20h</p>', reblog: null, favourites_count: 2, replies_count: 1, reblogs_count: 3, account: { id: '7' }, media_attachments: [],
};

/** The reading of the plain status with some of it changed. */
function read(changes: Record<string, unknown>) {
  const draft = new AnswerDraft(NOW);
  return { reading: toPostReading(mastodonStatus.parse({ ...plain, ...changes }), draft), remarks: draft.remarks };
}

describe('toPostReading', () => {
  it('reads a post, and never a reach', () => {
    const { reading, remarks } = read({});
    expect(remarks).toEqual([]);
    expect(reading).toMatchObject({
      externalId: '115603829471937536', publishedAt: new Date('2026-11-20T19:00:00Z'), format: 'text', text: 'Concert vendredi 20h', url: 'https://host.example/@centre/1', paid: false, isShare: false,
      figures: { reach: null, views: null, likes: 2, comments: 1, shares: 3, saves: null, clicks: null },
    });
  });

  it.each([
    { what: 'a boost', changes: { reblog: { id: '1' } } },
    { what: 'a post to followers', changes: { visibility: 'private' } },
    { what: 'a letter', changes: { visibility: 'direct' } },
    { what: 'a word that nobody knows', changes: { visibility: 'mutuals' } },
    { what: 'an answer to somebody', changes: { in_reply_to_id: '2', in_reply_to_account_id: '8' } },
    { what: 'an answer to somebody who is gone', changes: { in_reply_to_id: '2', in_reply_to_account_id: null } },
  ])('leaves out $what, without a remark', ({ changes }) => expect(read(changes)).toEqual({ reading: null, remarks: [] }));

  it.each([
    { what: 'unlisted', changes: { visibility: 'unlisted' } },
    { what: 'of a thread of its own', changes: { in_reply_to_id: '2', in_reply_to_account_id: '7' } },
  ])('keeps a post that is $what', ({ changes }) => expect(read(changes).reading).not.toBeNull());

  it.each([
    { changes: { reblogs_count: 3, quotes_count: 2 }, shares: 5 },
    { changes: { reblogs_count: 3 }, shares: 3 }, // before Mastodon 4.5
    { changes: { reblogs_count: null, quotes_count: 2 }, shares: null }, // quotes alone would look like a fall
    { changes: { reblogs_count: 3, quotes_count: -2 }, shares: null },
    { changes: { reblogs_count: 0, quotes_count: 0 }, shares: 0 },
  ])('makes $shares shares of $changes', ({ changes, shares }) => expect(read(changes).reading?.figures.shares).toBe(shares));

  it.each([
    { changes: { media_attachments: [{ type: 'image' }] }, format: 'photo' },
    { changes: { media_attachments: [{ type: 'image' }, { type: 'image' }] }, format: 'album' },
    { changes: { media_attachments: [{ type: 'video' }] }, format: 'video' },
    { changes: { media_attachments: [{ type: 'gifv' }] }, format: 'video' },
    { changes: { media_attachments: [{ type: 'audio' }] }, format: 'other' },
    { changes: { media_attachments: [{ type: 'unknown' }] }, format: null },
    { changes: { poll: { id: '1' } }, format: 'other' },
    { changes: { card: { url: 'https://centre.example' } }, format: 'link' },
  ])('calls $changes a $format', ({ changes, format }) => expect(read(changes).reading?.format).toBe(format));

  it('puts the warning before the text', () => expect(read({ spoiler_text: 'Annulé' }).reading?.text).toBe('Annulé\n\nConcert vendredi 20h'));

  it.each([
    { created_at: 'hier', remark: 'date-unreadable' }, { created_at: '2026-11-20 19:00', remark: 'date-unreadable' }, { created_at: 12, remark: 'date-unreadable' },
    { created_at: '1969-12-31T23:00:00Z', remark: 'date-unreadable' }, { created_at: '2027-01-01T00:00:00Z', remark: 'published-in-future' },
  ])('does not believe it was published at $created_at', ({ created_at, remark }) =>
    expect(read({ created_at })).toEqual({ reading: null, remarks: [{ reason: remark, externalId: plain.id }] }));

  it('takes a clock that is a minute ahead for now', () => expect(read({ created_at: '2026-11-23T11:01:00Z' }).reading?.publishedAt).toEqual(NOW));

  it('makes a sound reading of whatever is a status, or none', () => {
    const count = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null), fc.jsonValue());
    const status = fc.record({
      id: fc.oneof(fc.string({ minLength: 1 }), fc.integer()), created_at: fc.oneof(fc.date().map(String), fc.constant('2026-11-20T19:00:00Z'), fc.jsonValue()), visibility: fc.constantFrom('public', 'private', 'x'),
      content: fc.oneof(fc.string(), fc.jsonValue()), favourites_count: count, replies_count: count, reblogs_count: count, quotes_count: count, media_attachments: fc.jsonValue(), url: fc.oneof(fc.webUrl(), fc.jsonValue()),
    }, { requiredKeys: ['id', 'visibility'] });
    fc.assert(fc.property(status, (json) => {
      const draft = new AnswerDraft(NOW);
      const parsed = mastodonStatus.safeParse(json);
      if (parsed.success) expectSound(toPostReading(parsed.data, draft));
    }));
  });

  it('reads no list out of what is none', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => {
      const parsed = mastodonStatuses.safeParse(json);
      if (parsed.success) expect(Array.isArray(json)).toBe(true);
    }));
  });
});

function expectSound(reading: ReturnType<typeof toPostReading>): void {
  if (reading === null) return;
  expect(reading.externalId).not.toBe('');
  expect(reading.publishedAt.getTime()).toBeLessThanOrEqual(NOW.getTime());
  for (const figure of Object.values(reading.figures)) expect(figure === null || (Number.isInteger(figure) && figure >= 0)).toBe(true);
}

describe('toChannelReading', () => {
  it.each([
    { followers_count: 120, followers: 120 }, { followers_count: '120', followers: 120 }, { followers_count: undefined, followers: null }, { followers_count: -1, followers: null }, { followers_count: 1.5, followers: null },
  ])('reads $followers followers from $followers_count', ({ followers_count, followers }) => {
    const account = mastodonAccount.parse({ id: '7', username: 'centre', followers_count });
    expect(toChannelReading(account, new AnswerDraft(NOW), 'Pacific/Auckland')).toMatchObject({ day: '2026-11-24', followers, reach: null, views: null });
  });
});
