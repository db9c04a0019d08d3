import type { Channel } from '@portee/shared';

export interface NestedChannel { channel: Channel; parent: Channel | null }

/** Channels with their sub-channels right after them: the main one first, then by name. A circle or a lost parent leaves nobody out. */
export function nestChannels(channels: readonly Channel[]): NestedChannel[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const sorted = channels.toSorted(compareChannels);
  const placed = new Set<string>();
  const nested: NestedChannel[] = [];
  const place = (channel: Channel, parent: Channel | null): void => {
    if (placed.has(channel.id)) return;
    placed.add(channel.id);
    nested.push({ channel, parent });
    for (const child of sorted) if (child.parentChannelId === channel.id) place(child, channel);
  };
  for (const channel of sorted) if (channel.parentChannelId === null || !byId.has(channel.parentChannelId)) place(channel, null);
  for (const channel of sorted) place(channel, null);
  return nested;
}

function compareChannels(one: Channel, other: Channel): number {
  if (one.isMain !== other.isMain) return one.isMain ? -1 : 1;
  return one.name.localeCompare(other.name);
}
