import type { Approval } from './consent-page.js';
import { accessTo, type GoogleSignIn, issueRefreshToken } from './google-sign-in.js';
import { livingVideos, type PlayedChannel, videoId, type YoutubeQuirks, type YoutubeWorld } from './youtube-channels.js';

export const YOUTUBE_SCOPES = ['https://www.googleapis.com/auth/youtube.readonly', 'https://www.googleapis.com/auth/yt-analytics.readonly'];

/** What a test does to the invented YouTube. */
export interface YoutubeLevers {
  /** Switches, to be set while it runs. */
  quirks: YoutubeQuirks;
  setApprove(approval: Approval): void;
  /** The channel that the person picks at consent: a brand account has several. */
  chooseChannel(channelId: string): void;
  /** The person unticks every other scope; null: none. */
  grantOnly(scopes: readonly string[] | null): void;
  setTesting(isTesting: boolean): void;
  /** Both tokens, without a dialogue. */
  tokens(channelId: string, scopes?: readonly string[]): { accessToken: string; refreshToken: string };
  /** Access tokens end: 401; refresh tokens live on. */
  endAccessTokens(): void;
  /** Everything granted on the channel ends: 401, and invalid_grant. */
  revoke(channelId: string): void;
  /** Analytics and Reporting answer 403: a manager, not the owner. */
  loseOwnership(channelId: string): void;
  spendQuota(units: number): void;
  /** Units left until midnight in California. */
  quotaLeft(): number;
  /** Code 400 for the whole report that names it. */
  withdrawMetric(name: string): void;
  restoreMetric(name: string): void;
  deleteVideo(id: string): void;
  renameChannel(channelId: string, title: string): void;
  deleteChannel(channelId: string): void;
  /** Subscribers, likes or comments are no longer told: absent, not 0. */
  hide(channelId: string, what: 'subscribers' | { likesOf: number } | { commentsOf: number }): void;
  videoIdOf(channelId: string, number: number): string;
  /** Identifiers of living videos, newest first. */
  videoIds(channelId: string): string[];
}

export function youtubeLevers(world: YoutubeWorld, signIn: GoogleSignIn, quota: { spend: (units: number) => void; left: () => number }): YoutubeLevers {
  const { quirks, withdrawn, deletedVideos } = world;
  const { choice } = signIn;
  return {
    quirks, ...channelLevers(world), ...tokenLevers(signIn),
    setApprove: (approval) => { choice.approval = approval; },
    chooseChannel: (channelId) => { choice.channelId = channelId; },
    grantOnly: (scopes) => { choice.grants = scopes; },
    setTesting: (isTesting) => { choice.isTesting = isTesting; },
    spendQuota: quota.spend, quotaLeft: quota.left,
    withdrawMetric: (name) => { withdrawn.add(name); },
    restoreMetric: (name) => { withdrawn.delete(name); },
    deleteVideo: (id) => { deletedVideos.add(id); },
  };
}

function tokenLevers(signIn: GoogleSignIn): Pick<YoutubeLevers, 'tokens' | 'endAccessTokens' | 'revoke'> {
  return {
    tokens: (channelId, scopes = YOUTUBE_SCOPES) => {
      const grant = { channelId, scopes, grantedAt: signIn.now(), usedAt: signIn.now(), isRevoked: false };
      return { accessToken: accessTo(signIn, grant).access_token, refreshToken: issueRefreshToken(signIn, grant) };
    },
    endAccessTokens: () => {
      for (const access of signIn.accessTokens.values()) access.expiresAt = signIn.now();
    },
    revoke: (channelId) => {
      for (const grant of [...signIn.refreshTokens.values(), ...[...signIn.accessTokens.values()].map((access) => access.grant)]) grant.isRevoked ||= grant.channelId === channelId;
    },
  };
}

function channelLevers(world: YoutubeWorld): Pick<YoutubeLevers, 'loseOwnership' | 'renameChannel' | 'deleteChannel' | 'hide' | 'videoIdOf' | 'videoIds'> {
  const channelOf = (id: string): PlayedChannel => {
    const channel = world.channels.find((one) => one.id === id);
    if (!channel) throw new Error(`no channel ${id} is played`);
    return channel;
  };
  return {
    loseOwnership: (id) => { channelOf(id).isOwned = false; },
    renameChannel: (id, title) => { channelOf(id).title = title; },
    deleteChannel: (id) => { channelOf(id).isDeleted = true; },
    hide: (id, what) => {
      const channel = channelOf(id);
      if (what === 'subscribers') channel.hidesSubscribers = true;
      else if ('likesOf' in what) channel.withoutLikes = [...(channel.withoutLikes ?? []), what.likesOf];
      else channel.withoutComments = [...(channel.withoutComments ?? []), what.commentsOf];
    },
    videoIdOf: (id, number) => videoId(channelOf(id), { number }),
    videoIds: (id) => livingVideos(world, channelOf(id)).map((post) => videoId(channelOf(id), post)),
  };
}
