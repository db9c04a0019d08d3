import { AnswerDraft } from '../core/answer-draft.js';
import type { ConnectFlow } from '../core/connect-flow.js';
import { NetworkError } from '../core/network-error.js';
import type { BlueskyAppView } from './bluesky.app-view.js';
import { profileName } from './bluesky.mapping.js';

const PROFILE = /^https?:\/\/[^/]+\/profile\/([^/?#]+)/i;
const HANDLE = /^([a-z0-9]([a-z0-9-]{0,62})\.)+[a-z][a-z0-9-]*$/i;
/** Marks that keep writing from turning round, which applications copy with a handle. */
const MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Where handles of people without a domain of their own are. */
const HOME = '.bsky.social';

/** Who is meant by a handle, a DID or the address of a profile, as typed or copied; null: nobody can be made out. */
export function readActor(typed: string): string | null {
  const text = typed.replace(MARKS, '').trim();
  const named = decoded(PROFILE.exec(text)?.[1] ?? text).replace(/^at:\/\//i, '').replace(/^@/, '');
  if (/^did:[a-z]+:[\w.:%-]+$/.test(named)) return named;
  const handle = (named.includes('.') ? named : `${named}${HOME}`).toLowerCase();
  return HANDLE.test(handle) ? handle : null;
}

/** By handle: everything that is counted is public. */
export function connectBluesky(appView: BlueskyAppView): ConnectFlow {
  return {
    find: async (settings) => {
      const actor = readActor(settings['handle'] ?? '');
      if (actor === null) throw new NetworkError('not-found', 'this is no handle');
      const profile = await appView.profile(actor);
      const draft = new AnswerDraft(appView.now);
      return [{ externalId: profile.did, name: profileName(profile, draft), kind: 'account', followers: draft.count(profile.followersCount, null), settings: { handle: profile.handle }, secret: null }];
    },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
