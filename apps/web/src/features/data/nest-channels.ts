import type { Channel } from '@portee/shared';

export interface NestedChannel { channel: Channel; parent: Channel | null }

/**
 * Channels with their sub-channels right after them: the most urgent family first (0 before 1), then the main channel, then by name.
 * A circle or a lost parent leaves nobody out.
 */
export function nestChannels(channels: readonly Channel[], urgencyOf: (channel: Channel) => number = () => 0): NestedChannel[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const urgencies = familyUrgencies(channels, urgencyOf);
  const sorted = channels.toSorted((one, other) => (urgencies.get(one.id) ?? 0) - (urgencies.get(other.id) ?? 0) || compareChannels(one, other));
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

/** A family is as urgent as its most urgent member: a sub-page that fails brings its page up with it. */
function familyUrgencies(channels: readonly Channel[], urgencyOf: (channel: Channel) => number): Map<string, number> {
  const urgencies = new Map(channels.map((channel) => [channel.id, urgencyOf(channel)]));
  const parents = new Map(channels.map(({ id, parentChannelId }) => [id, parentChannelId]));
  for (const channel of channels) {
    const urgency = urgencyOf(channel);
    const met = new Set<string>();
    for (let above = channel.parentChannelId; above !== null && !met.has(above); above = parents.get(above) ?? null) {
      met.add(above);
      urgencies.set(above, Math.min(urgency, urgencies.get(above) ?? urgency));
    }
  }
  return urgencies;
}

function compareChannels(one: Channel, other: Channel): number {
  if (one.isMain !== other.isMain) return one.isMain ? -1 : 1;
  return one.name.localeCompare(other.name);
}
