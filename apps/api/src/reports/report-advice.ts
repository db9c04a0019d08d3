import { type ChannelOutlook, chooseThree, type SettledDecision, withoutSetAside } from '@portee/shared';

/** Outlooks of the channels that a report speaks of: the main one first, then those of the three things to draw. */
export function reportedOutlooks(outlooks: readonly ChannelOutlook[], { mainChannelId, decided }: { mainChannelId: string | null; decided: readonly SettledDecision[] }): ChannelOutlook[] {
  const spokenOf = new Set([mainChannelId, ...chooseThree(withoutSetAside(outlooks, decided)).map(({ outlook }) => outlook.channelId)]);
  return outlooks.filter(({ channelId }) => spokenOf.has(channelId)).toSorted((a, b) => Number(b.channelId === mainChannelId) - Number(a.channelId === mainChannelId));
}
