import type { VideoIdentifiers } from './peertube-identifiers.js';
import { passerBy, passersBy } from './passers-by.js';
import type { PlayedAccount, PlayedPost } from './played-account.js';

type Json = Record<string, unknown>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Every invented video lasts as long. */
export const DURATION_SECONDS = 90;

/** A video where its server keeps it. */
export interface ServedVideo extends VideoIdentifiers {
  channel: PlayedAccount;
  post: PlayedPost;
  isPrivate: boolean;
}

interface AnswersSettings {
  now: () => Date;
  url: () => string;
  owner: (channel: PlayedAccount) => string;
  /** Its number on the server. */
  place: (channel: PlayedAccount) => number;
  /** Version of the server, as 603 or 802. */
  release: number;
}

/** Makes the JSON of one server. */
export class PeerTubeAnswers {
  constructor(private readonly settings: AnswersSettings) {}

  channel(channel: PlayedAccount): Json {
    const { url, now } = this.settings;
    return {
      ...this.inShort(channel), url: `${url()}/video-channels/${channel.name}`, followingCount: 0, followersCount: channel.followersAt(now()),
      createdAt: channel.createdAt.toISOString(), updatedAt: now().toISOString(), isLocal: true, avatars: [], banners: [], description: null, support: null, ownerAccount: this.account(channel),
    };
  }

  /** What a channel's owner is told besides: its videos, and views of the last thirty days. */
  channelWithStats(channel: PlayedAccount): Json {
    const today = Math.floor(this.settings.now().getTime() / DAY_MS) * DAY_MS;
    const posts = channel.postsAt(this.settings.now());
    const viewsAt = (at: number) => posts.reduce((sum, { number, publishedAt }) => sum + (publishedAt.getTime() <= at ? channel.figuresOf(number, new Date(at)).views : 0), 0);
    const viewsPerDay = Array.from({ length: 30 }, (_, index) => today - (29 - index) * DAY_MS).map((day) => ({ date: new Date(day).toISOString(), views: Math.max(0, viewsAt(day + DAY_MS) - viewsAt(day)) }));
    return { ...this.channel(channel), videosCount: posts.length, viewsPerDay, totalViews: posts.reduce((sum, { figures }) => sum + figures.views, 0) };
  }

  video({ channel, post, isPrivate, id, uuid, shortUUID }: ServedVideo): Json {
    const { views, likes, comments } = post.figures;
    return {
      id, uuid, shortUUID, url: `${this.settings.url()}/videos/watch/${uuid}`, name: post.text, duration: DURATION_SECONDS, isLive: false, isLocal: true, nsfw: false,
      privacy: isPrivate ? { id: 3, label: 'Private' } : { id: 1, label: 'Public' }, views, viewers: post.number % 4, likes, dislikes: Math.floor(likes / 20),
      ...(this.settings.release >= 800 ? { comments, downloads: Math.floor(views / 50) } : {}),
      createdAt: new Date(post.publishedAt.getTime() + 3000).toISOString(), publishedAt: post.publishedAt.toISOString(), originallyPublishedAt: null,
      updatedAt: (post.editedAt ?? post.publishedAt).toISOString(), account: this.account(channel), channel: this.inShort(channel),
    };
  }

  /** Threads of half the comments, with who wrote them; the answers to them are counted, not shown. */
  commentThreads({ post, id }: ServedVideo, page: { start: number; count: number }): Json {
    const { comments } = post.figures;
    const total = Math.ceil(comments / 2);
    const threads = Array.from({ length: total }, (_, index) => {
      const { name, handle, said } = passerBy(index);
      const at = new Date(post.publishedAt.getTime() + (index + 1) * HOUR_MS).toISOString();
      return {
        id: id * 10 + index, threadId: id * 10 + index, url: `https://ailleurs.example/comments/${index}`, text: said, createdAt: at, updatedAt: at, isDeleted: false, totalReplies: 1,
        account: { id: 900 + index, name: handle, displayName: name, host: 'ailleurs.example', url: `https://ailleurs.example/accounts/${handle}` },
      };
    });
    return { total, totalNotDeletedComments: comments, data: threads.slice(page.start, page.start + page.count) };
  }

  followers(channel: PlayedAccount): Json {
    const total = channel.followersAt(this.settings.now());
    const people = passersBy(total).map(({ handle }, index) => ({ id: index + 1, state: 'accepted', score: 1000, createdAt: channel.createdAt.toISOString(), follower: { id: 900 + index, name: handle, host: 'ailleurs.example' }, following: this.inShort(channel) }));
    return { total, data: people };
  }

  account(channel: PlayedAccount): Json {
    const name = this.settings.owner(channel);
    return { id: 2, name, displayName: name, host: this.host, url: `${this.settings.url()}/accounts/${name}`, followersCount: 0, followingCount: 0 };
  }

  private inShort(channel: PlayedAccount): Json {
    return { id: this.settings.place(channel), name: channel.name, displayName: channel.title, host: this.host };
  }

  private get host(): string {
    return new URL(this.settings.url()).host;
  }
}
