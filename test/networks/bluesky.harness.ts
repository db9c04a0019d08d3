import { BlueskyConnector } from '../../apps/api/src/networks/bluesky/bluesky.connector.js';
import { refusal } from './bluesky-parameters.js';
import { type BlueskySettings, startBlueskyStandIn } from './bluesky.stand-in.js';
import type { AnswerField, ConnectorHarness } from './connector-harness.js';
import { isObject, listAt, objectAt, setField } from './json-edit.js';
import type { Ask, Reply } from './stand-in.js';

const SINCE = new Date('2023-01-01T00:00:00Z');

/** An AppView before its connector: nobody signs in. */
export function blueskyHarness(settings: Partial<BlueskySettings> = {}): ConnectorHarness {
  return {
    connector: BlueskyConnector, postCount: 263,
    start: async ({ now, posts }) => {
      const network = await startBlueskyStandIn({ ...settings, now, accounts: [{ name: 'centre', title: 'Centre culturel', followers: 900, since: SINCE, followersPerDay: 1, posts }] });
      return {
        standIn: network.standIn, close: network.close, networkUrls: { bluesky: network.url }, withdraw: null, revoke: null,
        access: { externalId: network.didOf('centre'), timeZone: 'Europe/Brussels', settings: { handle: 'centre.example' }, secret: null, application: null, memory: null },
        externalIdOf: (number) => network.postUri('centre', number), deletePost: (number) => network.deletePost('centre', number), deleteChannel: () => network.deleteAccount('centre'),
      };
    },
    isListing, itemsOf: (json) => listAt(json, 'feed'),
    // The AppView's own date lies with the record's: the earlier of the two is taken.
    publishedAt: { matches: isListing, write: (at) => at.toISOString(), set: (json, value) => {
      const post = firstPost(json);
      setField(post, 'indexedAt', value);
      setField(objectAt(post, 'record'), 'createdAt', value);
    } },
    figure: { matches: isListing, set: (json, value) => setField(firstPost(json), 'likeCount', value), measure: 'likes', kept: 'comments' },
    followers: { matches: ({ url }) => url.pathname.endsWith('getProfile'), set: (json, value) => isObject(json) && setField(json, 'followersCount', value) },
    identifier: identifierField(), permissionMissing: null,
    limitedUntil: (until) => ({ kind: 'reply', ...refusal('RateLimitExceeded', 'Rate Limit Exceeded', 429), headers: { 'ratelimit-reset': String(until.getTime() / 1000) } }),
    limited: { kind: 'reply', ...refusal('RateLimitExceeded', 'Rate Limit Exceeded', 429) },
    endlessPage,
  };
}

function isListing({ url }: Ask): boolean {
  return url.pathname.endsWith('getAuthorFeed');
}

function firstPost(json: unknown): ReturnType<typeof objectAt> {
  return objectAt(listAt(json, 'feed')[0], 'post');
}

/** Record keys are texts, and may well be digits. */
function identifierField(): AnswerField & { expected(digits: string): string } {
  const uriOf = (digits: string) => `at://did:plc:chiffres/app.bsky.feed.post/${digits}`;
  return { matches: isListing, set: (json, value) => setField(firstPost(json), 'uri', uriOf(String(value))), expected: uriOf };
}

function endlessPage({ url }: Ask, page: number): Reply {
  const did = url.searchParams.get('actor') ?? '';
  const feed = Array.from({ length: 100 }, (_, index) => ({
    post: { uri: `at://${did}/app.bsky.feed.post/${page}x${index}`, cid: 'bafy', author: { did, handle: 'centre.example' }, record: { text: 'Encore', createdAt: '2026-11-01T10:00:00.000Z' }, likeCount: 1, replyCount: 1, repostCount: 1, quoteCount: 1, indexedAt: '2026-11-01T10:00:00.000Z' },
  }));
  return { json: { feed, cursor: `page ${page + 1}` } };
}
