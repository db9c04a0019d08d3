import { MastodonConnector } from '../../apps/api/src/networks/mastodon/mastodon.connector.js';
import type { AnswerField, ConnectorHarness } from './connector-harness.js';
import { isObject, listAt, setField } from './json-edit.js';
import { refuseScope, type MastodonSettings, tooMany } from './mastodon-kinds.js';
import { startMastodonStandIn } from './mastodon.stand-in.js';
import type { Ask, Reply } from './stand-in.js';

const SINCE = new Date('2023-01-01T00:00:00Z');

/** One server of Mastodon's kin before its connector; a Mastodon is read by a visitor or by its owner, the others by their owners. */
export function mastodonHarness(settings: Partial<MastodonSettings> & Pick<MastodonSettings, 'kind'>, { isSignedIn = true } = {}): ConnectorHarness {
  const { kind } = settings;
  return {
    connector: MastodonConnector, postCount: kind === 'snac' ? 8 : 107, hasOnePage: kind === 'snac',
    start: async ({ now, posts }) => {
      const network = await startMastodonStandIn({ ...settings, now, callsPerFiveMinutes: Number.POSITIVE_INFINITY, showsMetrics: true, accounts: [{ name: 'centre', title: 'Centre culturel', followers: 900, since: SINCE, followersPerDay: 1, posts }] });
      const ids = new Map(posts.map(({ number }) => [number, network.statusId('centre', number) ?? '']));
      const secret = { accessToken: network.issueToken('centre', ['read:accounts', 'read:statuses']), refreshToken: null, renewAt: null, expiresAt: null, scopes: [] };
      return {
        standIn: network.standIn, close: () => network.close(), withdraw: null,
        access: { externalId: network.accountId('centre'), timeZone: 'Europe/Brussels', settings: { address: network.url }, secret: isSignedIn ? secret : null, application: null, memory: null },
        externalIdOf: (number) => ids.get(number) ?? `no post ${number}`,
        deletePost: (number) => network.deletePost('centre', number), deleteChannel: () => network.deleteAccount('centre'),
        revoke: isSignedIn ? () => network.revokeToken('centre') : null,
      };
    },
    isListing, itemsOf: (json) => listAt(json),
    publishedAt: { ...field(isListing, 'created_at'), write: (at) => at.toISOString() },
    figure: { ...field(isListing, 'favourites_count'), measure: 'likes', kept: 'comments' },
    followers: { matches: ({ url }) => /^\/api\/v1\/accounts\/[^/]+$/.test(url.pathname), set: (json, value) => isObject(json) && setField(json, 'followers_count', value) },
    identifier: { ...field(isListing, 'id'), expected: (digits) => digits },
    permissionMissing: { kind: 'reply', ...refuseScope(kind) },
    limitedUntil: (until) => ({ kind: 'reply', ...tooMany(kind), headers: { 'X-RateLimit-Reset': until.toISOString() } }),
    limited: { kind: 'reply', ...tooMany(kind) },
    endlessPage,
  };
}

function isListing({ url }: Ask): boolean {
  return url.pathname.endsWith('/statuses');
}

/** A field of the first status of a page. */
function field(matches: AnswerField['matches'], name: string): AnswerField {
  return { matches, set: (json, value) => {
    const [first] = listAt(json);
    if (isObject(first)) setField(first, name, value);
  } };
}

function endlessPage({ url }: Ask, page: number): Reply {
  const json = Array.from({ length: 40 }, (_, index) => ({ id: `${page}x${index}`, created_at: '2026-11-01T10:00:00.000Z', visibility: 'public', content: '<p>Encore</p>', reblog: null, favourites_count: 1, replies_count: 1, reblogs_count: 1 }));
  const next = new URL(url);
  next.searchParams.set('max_id', `${page}x39`);
  return { json, headers: { link: `<${next.href}>; rel="next"` } };
}
