import type { ChannelAccess, ConnectorClass } from '../../apps/api/src/networks/core/network-connector.js';
import type { PostFigures } from '../../apps/api/src/networks/core/readings.js';
import type { InventedPost } from './invented-posts.js';
import type { Ask, Fault, Reply, StandIn } from './stand-in.js';

/** One network being played, with one channel on it. */
export interface PlayedNetwork {
  standIn: StandIn;
  /** How the channel is read, signed in where the network asks for it. */
  access: ChannelAccess;
  /** Base addresses for the client, by the names that the connector asks for. Absent: the address stands in the settings. */
  networkUrls?: Readonly<Record<string, string>>;
  /** What the connector is to call the post with this number. */
  externalIdOf(number: number): string;
  deletePost(number: number): void;
  /** The channel itself is deleted or taken down. */
  deleteChannel(): void;
  /** The channel's access dies. null: nobody signs in to this network. */
  revoke: (() => void) | null;
  /** One figure that is asked for by name is withdrawn; the next collection meets it. null: figures have no names there. */
  withdraw: { measure: keyof PostFigures; perform(): void } | null;
  close(): Promise<void>;
}

/** A value somewhere in the answers. `set` changes an answer in place, for the first post it speaks of; undefined takes the value away. */
export interface AnswerField {
  /** Requests whose answers have it. */
  matches(ask: Ask): boolean;
  set(json: unknown, value: unknown): void;
}

/** What is particular about a network, for the suite that all connectors pass. */
export interface ConnectorHarness {
  connector: ConnectorClass;
  /** The network with one channel and these posts; nothing but what the connector is to read may be on its timeline, or it must leave it out. */
  start(settings: { now: () => Date; posts: readonly InventedPost[] }): Promise<PlayedNetwork>;
  /** Enough posts for three pages, and no more. */
  postCount: number;
  /** Whether everything comes on one page, because the network knows no other. Default: false. */
  hasOnePage?: boolean;
  /** Requests whose answers are a page of posts. */
  isListing(ask: Ask): boolean;
  /** The list of posts in the JSON of such a page, itself: the suite changes it in place. */
  itemsOf(json: unknown): unknown[];
  /** Publication; given instants as the network writes them. */
  publishedAt: AnswerField & { write(at: Date): unknown };
  /** A figure of posts. `kept`: another one that must stay when this one is damaged. */
  figure: AnswerField & { measure: keyof PostFigures; kept: keyof PostFigures };
  /** Followers of the channel. */
  followers: AnswerField;
  /** The identifier of a post; null: the network's are no numbers. `expected`: what the connector is to make of it. */
  identifier: (AnswerField & { expected(digits: string): string }) | null;
  /** How the network refuses what a living access may not read; null: it never does. */
  permissionMissing: Fault | null;
  /** How it says until when it refuses; null: it never says. */
  limitedUntil: ((until: Date) => Fault) | null;
  /** How it refuses without saying until when. */
  limited: Fault;
  /** The nth page (from 0) of a listing that never ends: posts never seen before, and where to go on. */
  endlessPage(ask: Ask, page: number): Reply;
}
