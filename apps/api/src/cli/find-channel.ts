import type { Channel } from '@portee/shared';
import { CommandError } from './command-error.js';

/** What somebody wrote to mean a channel. */
export interface WantedChannel {
  /** Identifier or name, case ignored. */
  channel: string;
  network?: string | undefined;
  /** Named in the sentence of a refusal. */
  organisation: string;
}

/** @throws CommandError channel-unknown, channel-ambiguous */
export function findByName(channels: readonly Channel[], wanted: WantedChannel): Channel {
  const found = lookFor(channels, wanted);
  if (!found) throw new CommandError('channel-unknown', { channel: wanted.channel, organisation: wanted.organisation });
  return found;
}

/** The channel meant; null: there is none. @throws CommandError channel-ambiguous */
export function lookFor(channels: readonly Channel[], wanted: WantedChannel): Channel | null {
  const name = wanted.channel.toLowerCase();
  const fitting = channels.filter((channel) => wanted.network === undefined || channel.network === wanted.network);
  const found = fitting.filter((channel) => channel.id === name || channel.name.toLowerCase() === name);
  if (found.length > 1) throw new CommandError('channel-ambiguous', { channel: wanted.channel, organisation: wanted.organisation });
  return found[0] ?? null;
}
