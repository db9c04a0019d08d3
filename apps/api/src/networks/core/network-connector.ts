import type { Measure, NetworkDescriptor, PostFormat } from '@portee/shared';
import type { ConnectFlow } from './connect-flow.js';
import type { HttpClient } from './http-client.js';
import type { ChannelReading, PostReading } from './readings.js';

/** Anything that can be kept as JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What opens a channel, as its network issued it. Kept encrypted, never logged, never sent to a browser. */
export interface AccessSecret {
  accessToken: string;
  refreshToken: string | null;
  /** Instant (ISO 8601) from which it should be renewed without anybody; null: cannot be renewed. */
  renewAt: string | null;
  /** Instant (ISO 8601) at which it dies and somebody must connect again; null: no date is known. */
  expiresAt: string | null;
  /** Permissions it was given, in the network's words. */
  scopes: readonly string[];
}

/** Portée as a network knows it: one registration for the whole installation, or one a host. */
export interface NetworkApplication {
  clientId: string;
  clientSecret: string;
  /** Permissions it was registered for, where the network refused those first asked for. Absent: the descriptor's. */
  scopes?: readonly string[];
}

/** One channel, as its connector needs it. */
export interface ChannelAccess {
  /** The network's own identifier. */
  externalId: string;
  /** IANA zone in which the channel's days are told. */
  timeZone: string;
  /** What people typed when they connected it, by name: `address` of an instance. */
  settings: Readonly<Record<string, string>>;
  /** null: read without signing in. */
  secret: AccessSecret | null;
  /** null: none is needed, or none is registered. */
  application: NetworkApplication | null;
  /** What the connector asked to be remembered of this channel with an earlier page; null at first. */
  memory: JsonValue;
}

/** Where to go on; meaningful to its connector alone. */
export type Cursor = JsonValue;

/** A measure that could not be had, while the others could. */
export interface MeasureRefusal {
  measure: Measure;
  /** The network's own name of it. */
  name: string;
  reason: 'withdrawn' | 'permission-missing' | 'too-few-followers';
}

/** Something the network claimed that was not believed. */
export interface ReadingRemark {
  reason: 'count-negative' | 'published-in-future' | 'paging-loops' | 'too-many-posts' | 'date-unreadable' | 'post-unreadable' | 'count-unreadable';
  /** The post concerned; null: the channel. */
  externalId: string | null;
}

/** What one request, or a few that belong together, brought. Written in one transaction with its cursor. */
export interface ReadingPage {
  posts: readonly PostReading[];
  days: readonly ChannelReading[];
  /** Posts asked for by identifier that the network no longer has. */
  absent: readonly string[];
  refused: readonly MeasureRefusal[];
  remarks: readonly ReadingRemark[];
  /** Where to go on after this page; null: there is no more. */
  cursor: Cursor | null;
  /** Replaces the channel's memory. Absent: as it was. */
  memory?: JsonValue;
  /** What the network calls the channel today. Absent: not said. */
  name?: string;
  /** Close to the network's limit: nothing more is asked before. Absent: go on. */
  pauseUntil?: Date;
}

/** A page that holds nothing, to be filled. */
export const EMPTY_PAGE: ReadingPage = { posts: [], days: [], absent: [], refused: [], remarks: [], cursor: null };

/** Which posts to list. */
export interface PostsRequest {
  /** Posts published before it are not asked for. */
  since: Date;
  /** Whether a post is to be read today: it is unknown, or has reached an age step. Ask it before paying a request for one post. */
  isDue(post: { externalId: string; publishedAt: Date }): boolean;
  /** Where an earlier collection stopped; null: from the newest. */
  cursor: Cursor | null;
}

/** Which days of the channel to read. */
export interface DaysRequest {
  /** First day of series to read, local to the channel, `YYYY-MM-DD`. */
  sinceDay: string;
  cursor: Cursor | null;
}

/** A post that Portée knows. */
export interface KnownPost {
  externalId: string;
  publishedAt: Date;
  /** Stories vanish by themselves: absence says nothing of them. Absent: not known. */
  format?: PostFormat | null;
}

/**
 * Knows HTTP and one network, and no database. Each generator yields pages and throws NetworkError; what it yielded before
 * is kept. The reading of a post or day carries the instant it was read at (`now` of the client). It must bear an answer that
 * is not as documented: a missing figure is null, an unknown field is ignored, a wrong type is an `unexpected-answer`.
 */
export interface NetworkConnector {
  /** The channel's own figures: followers today, and its series of days where the network has them. */
  readChannel(access: ChannelAccess, request: DaysRequest): AsyncGenerator<ReadingPage>;
  /** Posts, newest first, until `since` or the network's memory ends. */
  listPosts(access: ChannelAccess, request: PostsRequest): AsyncGenerator<ReadingPage>;
  /** Known posts by identifier; those the network no longer has come back as `absent`. */
  readPosts(access: ChannelAccess, posts: readonly KnownPost[]): AsyncGenerator<ReadingPage>;
  /** A fresh secret in place of one that is to be renewed. Absent: this network's secrets cannot be renewed. @throws NetworkError access-revoked */
  renew?(access: ChannelAccess): Promise<AccessSecret>;
  /** How a person opens a channel of this network to Portée. */
  readonly connecting: ConnectFlow;
}

/** A connector over a client; one for all channels, it keeps nothing between calls. */
export type ConnectorClass = new (http: HttpClient) => NetworkConnector;

/** A network that can be asked says so in its descriptor. */
export type CollectedDescriptor = NetworkDescriptor & { collection: NonNullable<NetworkDescriptor['collection']> };
