import { describe } from 'vitest';
import { InstagramConnector } from '../../apps/api/src/networks/instagram/instagram.connector.js';
import { describeConnector } from './connector-contract.js';
import type { ConnectorHarness, PlayedNetwork } from './connector-harness.js';
import { NOW } from './connector-play.js';
import { FACEBOOK_APPLICATION, startFacebookStandIn } from './facebook.stand-in.js';
import { INSTAGRAM_APPLICATION, startInstagramStandIn } from './instagram.stand-in.js';
import type { InventedPost } from './invented-posts.js';
import { listAt, objectAt, setField } from './json-edit.js';
import type { Ask } from './stand-in.js';

const ACCOUNT = '17841400000000001';
const PAGE = '100000000000001';
const SINCE = new Date('2024-01-01T00:00:00Z');

type Start = (settings: { now: () => Date; posts: readonly InventedPost[] }) => Promise<PlayedNetwork>;

const accountWith = (posts: readonly InventedPost[]) => ({ id: ACCOUNT, username: 'cc_exempleville', name: 'Centre culturel', followers: 1200, since: SINCE, posts });
const accessWith = (token: string, door: string, application: { id: string; secret: string }): PlayedNetwork['access'] => ({
  externalId: ACCOUNT, timeZone: 'Europe/Brussels', settings: { door }, memory: null, application: { clientId: application.id, clientSecret: application.secret },
  secret: { accessToken: token, refreshToken: null, renewAt: null, expiresAt: null, scopes: [] },
});

const startByItself: Start = async ({ now, posts }) => {
  const instagram = await startInstagramStandIn({ now, accounts: [accountWith(posts)] });
  return {
    standIn: instagram.standIn, networkUrls: { instagram: instagram.url }, close: () => instagram.close(),
    access: accessWith(instagram.token(ACCOUNT), 'instagram', INSTAGRAM_APPLICATION),
    externalIdOf: (number) => instagram.mediaIdOf(ACCOUNT, number),
    deletePost: (number) => instagram.deleteMedia(instagram.mediaIdOf(ACCOUNT, number)),
    deleteChannel: () => instagram.deleteAccount(ACCOUNT),
    revoke: () => instagram.revokeAll(),
    withdraw: { measure: 'saves', perform: () => instagram.withdrawMetric('saved') },
  };
};

const startByPage: Start = async ({ now, posts }) => {
  const page = { id: PAGE, name: 'Centre culturel', followers: 4000, since: SINCE, posts: [], instagram: accountWith(posts) };
  const facebook = await startFacebookStandIn({ now, pages: [page] });
  const { instagram } = facebook;
  return {
    standIn: facebook.standIn, networkUrls: { facebook: facebook.url }, close: () => facebook.close(),
    access: accessWith(facebook.pageToken(PAGE), 'facebook', FACEBOOK_APPLICATION),
    externalIdOf: (number) => instagram.mediaIdOf(ACCOUNT, number),
    deletePost: (number) => instagram.deleteMedia(instagram.mediaIdOf(ACCOUNT, number)),
    deleteChannel: () => instagram.deleteAccount(ACCOUNT),
    revoke: () => facebook.revokeAll(),
    withdraw: { measure: 'saves', perform: () => instagram.withdrawMetric('saved') },
  };
};

const isListing = ({ url }: Ask) => url.pathname.endsWith('/media');
const mediaOf = (json: unknown) => listAt(json, 'data');
const firstMedia = (json: unknown) => objectAt(mediaOf(json)[0]);
const refusal = (code: number, message: string) => ({ error: { message, type: 'OAuthException', code, fbtrace_id: 'A' } });

const harness = (start: Start): ConnectorHarness => ({
  connector: InstagramConnector,
  postCount: 60,
  start,
  isListing,
  itemsOf: mediaOf,
  publishedAt: { matches: isListing, set: (json, value) => setField(firstMedia(json), 'timestamp', value), write: (at) => at.toISOString().replace(/\.\d+Z$/, '+0000') },
  figure: { measure: 'likes', kept: 'reach', matches: isListing, set: (json, value) => setField(firstMedia(json), 'like_count', value) },
  followers: { matches: ({ url }) => ['/v26.0/me', `/v26.0/${ACCOUNT}`].includes(url.pathname), set: (json, value) => setField(objectAt(json), 'followers_count', value) },
  identifier: { matches: isListing, set: (json, digits) => setField(firstMedia(json), 'id', digits), expected: (digits) => digits },
  permissionMissing: { kind: 'reply', status: 403, json: refusal(10, '(#10) Application does not have permission for this action') },
  limitedUntil: (until) => ({
    kind: 'reply', status: 400, json: refusal(80_002, '(#80002) There have been too many calls to this Instagram account.'),
    headers: { 'x-business-use-case-usage': JSON.stringify({ [ACCOUNT]: [{ type: 'instagram', call_count: 100, estimated_time_to_regain_access: (until.getTime() - NOW.getTime()) / 60_000 }] }) },
  }),
  limited: { kind: 'reply', status: 400, json: refusal(4, '(#4) Application request limit reached') },
  endlessPage: ({ url }, page) => ({ json: {
    data: Array.from({ length: 25 }, (_, place) => ({ id: `18${page}00${place}5`, timestamp: '2026-11-01T10:00:00+0000', caption: 'Encore', media_type: 'IMAGE', media_product_type: 'FEED' })),
    paging: { cursors: { before: `b${page}`, after: `a${page}` }, next: url.href },
  } }),
});

describe.each([{ door: 'by itself', start: startByItself }, { door: 'by its page', start: startByPage }])('an account of Instagram, $door', ({ start }) => {
  describeConnector('its connector', harness(start));
});
