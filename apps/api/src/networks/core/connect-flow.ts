import type { channelKinds } from '@portee/shared';
import type { AccessSecret, NetworkApplication } from './network-connector.js';

/** A channel that a person may choose to connect. */
export interface ChannelChoice {
  externalId: string;
  name: string;
  kind: (typeof channelKinds)[number];
  /** Followers as the network shows them now; null: it does not say. */
  followers: number | null;
  /** Settings with which the channel is read from now on: the address, made clean. */
  settings: Readonly<Record<string, string>>;
  /** null: read without signing in. */
  secret: AccessSecret | null;
}

/** What was typed into the form, by the names of the descriptor's settings. */
export type TypedSettings = Readonly<Record<string, string>>;

/** Where a person signs in at the network, and what comes back. */
export interface AuthoriseRequest {
  application: NetworkApplication;
  settings: TypedSettings;
  /** The exact address the network sends the person back to. */
  redirectUri: string;
  /** Unguessable, given back with the person. */
  state: string;
  /** PKCE challenge of the verifier, S256, for networks that check it. */
  challenge: string;
}

export interface ExchangeRequest {
  application: NetworkApplication;
  settings: TypedSettings;
  redirectUri: string;
  /** What the network sent the person back with. */
  code: string;
  /** PKCE verifier. */
  verifier: string;
}

/**
 * How a channel of a network is opened. A network has the ways that it offers; the descriptor says which to show.
 * All throw NetworkError; `not-found` where nothing answers to what was typed.
 */
export interface ConnectFlow {
  /** Address of the server that what was typed means, as a channel's settings hold it. Absent: one server answers for the whole network. @throws NetworkError not-found */
  serverIn?(settings: TypedSettings): string;
  /** Registers Portée at the host named in the settings. Absent: an application is set once per installation by its host. */
  registerApplication?(settings: TypedSettings, redirectUri: string): Promise<NetworkApplication>;
  /** Address of the network's page where a person says yes. */
  authorise?(request: AuthoriseRequest): Promise<URL>;
  /** The channels that the person opened. */
  exchange?(request: ExchangeRequest): Promise<readonly ChannelChoice[]>;
  /** Channels found without signing in. */
  find?(settings: TypedSettings): Promise<readonly ChannelChoice[]>;
  /** Channels of whoever signs in with a name and a password, which are not kept. */
  signIn?(settings: TypedSettings): Promise<readonly ChannelChoice[]>;
}
