import { FacebookConnector } from '../../apps/api/src/networks/facebook/facebook.connector.js';
import { describeConnector } from './connector-contract.js';
import type { ConnectorHarness } from './connector-harness.js';
import { NOW } from './connector-play.js';
import { FACEBOOK_APPLICATION, startFacebookStandIn } from './facebook.stand-in.js';
import { listAt, objectAt, setField } from './json-edit.js';
import type { Ask } from './stand-in.js';

const PAGE = '100000000000001';
const SINCE = new Date('2024-01-01T00:00:00Z');

const isListing = ({ url }: Ask) => url.pathname.endsWith('/published_posts') && url.searchParams.get('limit') !== '1';
const postsOf = (json: unknown) => listAt(json, 'data');
const firstPost = (json: unknown) => objectAt(postsOf(json)[0]);

const harness: ConnectorHarness = {
  connector: FacebookConnector,
  postCount: 60,
  start: async ({ now, posts }) => {
    const facebook = await startFacebookStandIn({ now, pages: [{ id: PAGE, name: 'Centre culturel', followers: 4000, since: SINCE, posts }] });
    // The suite wants followers on one day alone.
    facebook.withdrawMetric('page_follows');
    const { id, secret } = FACEBOOK_APPLICATION;
    const token = facebook.pageToken(PAGE);
    return {
      standIn: facebook.standIn, networkUrls: { facebook: facebook.url }, close: () => facebook.close(),
      access: {
        externalId: PAGE, timeZone: 'Europe/Brussels', settings: {}, memory: null, application: { clientId: id, clientSecret: secret },
        secret: { accessToken: token, refreshToken: null, renewAt: null, expiresAt: null, scopes: ['pages_read_engagement', 'read_insights', 'pages_read_user_content'] },
      },
      externalIdOf: (number) => facebook.postIdOf(PAGE, number).split('_')[1] ?? '',
      deletePost: (number) => facebook.deletePost(facebook.postIdOf(PAGE, number)),
      deleteChannel: () => facebook.deletePage(PAGE),
      revoke: () => facebook.revokeAll(),
      withdraw: { measure: 'clicks', perform: () => facebook.withdrawMetric('post_clicks') },
    };
  },
  isListing,
  itemsOf: postsOf,
  publishedAt: { matches: isListing, set: (json, value) => setField(firstPost(json), 'created_time', value), write: (at) => at.toISOString().replace(/\.\d+Z$/, '+0000') },
  figure: { measure: 'likes', kept: 'comments', matches: isListing, set: (json, value) => setField(objectAt(firstPost(json), 'reactions', 'summary'), 'total_count', value) },
  followers: { matches: ({ url }) => url.pathname === `/v26.0/${PAGE}`, set: (json, value) => setField(objectAt(json), 'followers_count', value) },
  identifier: { matches: isListing, set: (json, digits) => setField(firstPost(json), 'id', `${PAGE}_${String(digits)}`), expected: (digits) => digits },
  permissionMissing: { kind: 'reply', status: 403, json: { error: { message: '(#10) This endpoint requires the pages_read_engagement permission', type: 'OAuthException', code: 10, fbtrace_id: 'A' } } },
  limitedUntil: (until) => ({
    kind: 'reply', status: 400, headers: { 'x-business-use-case-usage': JSON.stringify({ [PAGE]: [{ type: 'pages', call_count: 100, total_cputime: 9, total_time: 9, estimated_time_to_regain_access: (until.getTime() - NOW.getTime()) / 60_000 }] }) },
    json: { error: { message: '(#80001) There have been too many calls to this Page account.', type: 'OAuthException', code: 80_001, fbtrace_id: 'A' } },
  }),
  limited: { kind: 'reply', status: 400, json: { error: { message: '(#4) Application request limit reached', type: 'OAuthException', code: 4, fbtrace_id: 'A' } } },
  endlessPage: ({ url }, page) => ({ json: {
    data: Array.from({ length: 25 }, (_, place) => ({ id: `${PAGE}_${page}00${place}5`, created_time: '2026-11-01T10:00:00+0000', message: 'Encore' })),
    paging: { cursors: { before: `b${page}`, after: `a${page}` }, next: url.href },
  } }),
};

describeConnector('the connector of Facebook', harness);
