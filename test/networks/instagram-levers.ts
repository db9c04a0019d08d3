import { type InstagramAccount, type InstagramDoor, type InstagramQuirks, type InstagramWorld, mediaId } from './instagram-accounts.js';
import { orGone } from './instagram-media.js';

/** What a test does to the invented Instagram, whichever its door. */
export interface InstagramLevers {
  quirks: InstagramQuirks;
  /** One metric's name is no longer known, of accounts and of media: a call that holds it fails whole. */
  withdrawMetric(name: string): void;
  restoreMetric(name: string): void;
  deleteMedia(id: string): void;
  renameAccount(accountId: string, username: string): void;
  deleteAccount(accountId: string): void;
  /** The identifier of the post of this number; `isStory` for a story. */
  mediaIdOf(accountId: string, number: number, isStory?: boolean): string;
}

export function createInstagramWorld(settings: { now: () => Date; url: () => string; door: InstagramDoor; accounts: readonly InstagramAccount[]; quirks?: Partial<InstagramQuirks> }): InstagramWorld {
  const { now, url, door } = settings;
  return {
    now, url, door, accounts: settings.accounts.map((account) => ({ ...account })), withdrawn: new Set(), deletedMedia: new Set(),
    quirks: { showsNames: false, insightsDelayHours: 48, ...settings.quirks },
  };
}

export function instagramLevers(world: InstagramWorld): InstagramLevers {
  const accountOf = (id: string) => orGone(world.accounts.find((account) => account.id === id) ?? null, id);
  return {
    quirks: world.quirks,
    withdrawMetric: (name) => { world.withdrawn.add(name); },
    restoreMetric: (name) => { world.withdrawn.delete(name); },
    deleteMedia: (id) => { world.deletedMedia.add(id); },
    renameAccount: (id, username) => { accountOf(id).username = username; },
    deleteAccount: (id) => { world.accounts = world.accounts.filter((account) => account.id !== id); },
    mediaIdOf: (id, number, isStory = false) => {
      const account = accountOf(id);
      const posts = isStory ? (account.stories ?? []) : account.posts;
      const post = orGone(posts.find((one) => one.number === number) ?? null, String(number));
      return mediaId({ account, post, productType: isStory ? 'STORY' : 'FEED' });
    },
  };
}
