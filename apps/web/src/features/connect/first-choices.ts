import type { Channel, ChooseChannels, Connection, ConnectionChoice } from '@portee/shared';

/** What stands beside each found channel: whether it is ticked, and which channel it becomes; null: a new one. */
export type Picks = Readonly<Record<string, { isPicked: boolean; channelId: string | null }>>;

/** Channels that a found one may become: of its network, and so far without identifier. */
export function namelessChannels({ network }: Pick<Connection, 'network'>, channels: readonly Channel[]): Channel[] {
  return channels.filter((channel) => channel.network === network && channel.externalId === null);
}

/** Whether a found channel may be the one that is connected again. */
export function mayBe({ externalId, knownChannelId }: ConnectionChoice, wanted: Channel): boolean {
  return wanted.externalId === null ? knownChannelId === null : wanted.externalId === externalId;
}

/** Ticked at first: the only one there is, and the one that is connected again. */
export function firstPicks({ choices }: Pick<Connection, 'choices'>, wanted: Channel | null): Picks {
  const possible = choices.filter((choice) => wanted === null || mayBe(choice, wanted));
  return Object.fromEntries(choices.map((choice) => [choice.externalId, { isPicked: possible.length === 1 && possible[0] === choice, channelId: wanted?.id ?? choice.knownChannelId }]));
}

export function chosenOf(picks: Picks): ChooseChannels['choices'] {
  return Object.entries(picks).filter(([, { isPicked }]) => isPicked).map(([externalId, { channelId }]) => ({ externalId, channelId }));
}
