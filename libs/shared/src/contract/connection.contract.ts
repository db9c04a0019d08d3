import { z } from 'zod';
import { channelKinds, connectWay } from './network.contract.js';
import { count, instant, uuid } from './primitives.contract.js';

/** Begins to connect channels of a network, in one of the ways that its descriptor offers. */
export const startConnection = z
  .object({
    network: z.string().max(40),
    way: connectWay.shape.way,
    /** What was typed, by the names of the way's settings. A password is used once and forgotten. */
    settings: z.record(z.string().max(40), z.string().max(2000)).default({}),
    /** The channel to connect again, or that lived on files until now. Absent: whichever is found. */
    channelId: uuid.optional(),
  })
  .meta({ id: 'StartConnection' });
export type StartConnection = z.infer<typeof startConnection>;

/** A channel that may be connected. What opens it stays on the server. */
export const connectionChoice = z
  .object({
    externalId: z.string(),
    name: z.string(),
    kind: z.enum(channelKinds),
    followers: count,
    /** The channel of the organisation that it already is; null: none. */
    knownChannelId: uuid.nullable(),
  })
  .meta({ id: 'ConnectionChoice' });
export type ConnectionChoice = z.infer<typeof connectionChoice>;

/** A connection being made, for a quarter of an hour, by whoever began it. */
export const connection = z
  .object({
    id: uuid,
    network: z.string(),
    way: connectWay.shape.way,
    channelId: uuid.nullable(),
    /** `authorise`: somebody must say yes at `url`; `choose`: among `choices`; `failed`: begin again, `problem` says why. */
    state: z.enum(['authorise', 'choose', 'failed']),
    /** The network's own page; given once, when the connection begins. */
    url: z.string().nullable(),
    choices: z.array(connectionChoice),
    problem: z.object({ reason: z.string(), detail: z.string() }).nullable(),
    expiresAt: instant,
  })
  .meta({ id: 'Connection' });
export type Connection = z.infer<typeof connection>;

/** Which channels to connect; null makes a channel, or finds the one that has this identifier. */
export const chooseChannels = z
  .object({ choices: z.array(z.object({ externalId: z.string().min(1).max(500), channelId: uuid.nullable() })).min(1).max(100) })
  .meta({ id: 'ChooseChannels' });
export type ChooseChannels = z.infer<typeof chooseChannels>;

/** What a network sends a person back with; it may say more. What cannot be read counts as not said: the person has no use for a refusal. */
export const connectionReturn = z
  .object({ state: z.string().max(200).catch(''), code: z.string().max(4000).optional().catch(undefined), error: z.string().max(400).optional().catch(undefined) })
  .meta({ id: 'ConnectionReturn' });
export type ConnectionReturn = z.infer<typeof connectionReturn>;

/** Portée as a network knows it: registered once by whoever runs the installation. */
export const networkApplication = z
  .object({
    network: z.string(),
    /** null: none is registered, and no channel of the network can be connected. The secret never comes back. */
    clientId: z.string().nullable(),
    registeredAt: instant.nullable(),
    /** The exact address to enter at the network, to which it sends people back. */
    redirectUri: z.string(),
  })
  .meta({ id: 'NetworkApplication' });
export type NetworkApplication = z.infer<typeof networkApplication>;

export const setNetworkApplication = z
  .object({ clientId: z.string().trim().min(1).max(500), clientSecret: z.string().trim().min(1).max(2000) })
  .meta({ id: 'SetNetworkApplication' });
export type SetNetworkApplication = z.infer<typeof setNetworkApplication>;
