import { askNetwork } from '../networks/network-answer.js';

/** A call to an AppView, of one centre and its posts. */
export interface BlueskyCall {
  method: string;
  query: string;
}

/** Somewhere that answers as Bluesky does. */
export interface AnsweringCentre {
  url: string;
  did: string;
  handle: string;
  uri: string;
}

/** The calls Portée makes, and those it may come to make. */
export function goodCalls({ did, handle, uri }: AnsweringCentre): BlueskyCall[] {
  const post = encodeURIComponent(uri);
  return [
    { method: 'app.bsky.actor.getProfile', query: `actor=${handle}` },
    { method: 'app.bsky.feed.getAuthorFeed', query: `actor=${did}&limit=100&filter=posts_no_replies` },
    { method: 'app.bsky.feed.getPosts', query: `uris=${post}` },
    { method: 'app.bsky.feed.getAuthorFeed', query: `actor=${did}&limit=100&includePins=true` },
    { method: 'app.bsky.actor.getProfiles', query: `actors=${handle}&actors=${did}` },
    { method: 'com.atproto.identity.resolveHandle', query: `handle=${handle}` },
    { method: 'app.bsky.feed.getLikes', query: `uri=${post}` },
    { method: 'app.bsky.feed.getRepostedBy', query: `uri=${post}` },
    { method: 'app.bsky.feed.getQuotes', query: `uri=${post}` },
    { method: 'app.bsky.feed.getPostThread', query: `uri=${post}` },
    { method: 'app.bsky.graph.getFollowers', query: `actor=${did}` },
  ];
}

/** Calls that are refused, in the same words everywhere. */
export function badCalls({ handle }: AnsweringCentre): BlueskyCall[] {
  const gone = 'at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3n2yl3ock3c2s';
  const many = Array.from({ length: 26 }, (_, index) => `uris=${gone.slice(0, -1)}${'abcdefghijklmnopqrstuvwxyz'.charAt(index)}`).join('&');
  return [
    { method: 'app.bsky.actor.getProfile', query: '' },
    { method: 'app.bsky.actor.getProfile', query: 'actor=nobody.test' },
    { method: 'app.bsky.actor.getProfile', query: 'actor=@nobody.test' },
    { method: 'app.bsky.actor.getProfiles', query: 'actors=nobody.test' },
    { method: 'app.bsky.feed.getAuthorFeed', query: 'actor=nobody.test' },
    { method: 'app.bsky.feed.getAuthorFeed', query: `actor=${handle}&limit=1000` },
    { method: 'app.bsky.feed.getAuthorFeed', query: `actor=${handle}&limit=0` },
    { method: 'app.bsky.feed.getAuthorFeed', query: `actor=${handle}&limit=many` },
    { method: 'app.bsky.feed.getAuthorFeed', query: `actor=${handle}&cursor=nothing` },
    { method: 'app.bsky.feed.getPosts', query: `uris=${gone}` },
    { method: 'app.bsky.feed.getPosts', query: 'uris=nothing' },
    { method: 'app.bsky.feed.getPosts', query: many },
    { method: 'app.bsky.feed.getPostThread', query: `uri=${gone}` },
    { method: 'com.atproto.identity.resolveHandle', query: 'handle=nobody.test' },
    { method: 'app.bsky.feed.getNothing', query: '' },
  ];
}

/** Makes a call. */
export async function makeCall(centre: AnsweringCentre, { method, query }: BlueskyCall): Promise<{ status: number; json: unknown }> {
  const { status, json } = await askNetwork(`${centre.url}/xrpc/${method}?${query}`);
  return { status, json };
}
