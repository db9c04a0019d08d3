import type { ComparedChannel, CostRatio } from '@portee/shared';

/** Columns of the comparison, by their word in the address. */
export const channelColumns = ['canal', 'abonnes', 'portee', 'partages', 'heure', 'euro', 'releve'] as const;
export type ChannelColumn = (typeof channelColumns)[number];

/** `-portee`: the most first. Null: as the organisation orders its channels. */
export interface ChannelSort { column: ChannelColumn; isDescending: boolean }

/** Months of hours or euros under which channels are not compared by them. */
export const COST_MONTHS = 3;

/** Reads `?tri=`; what makes no sense there sorts nothing. */
export function readSort(text: string | null): ChannelSort | null {
  const isDescending = text?.startsWith('-') === true;
  const column = channelColumns.find((known) => known === (isDescending ? text.slice(1) : text));
  return column === undefined ? null : { column, isDescending };
}

export function writeSort({ column, isDescending }: ChannelSort): string {
  return `${isDescending ? '-' : ''}${column}`;
}

/** The channels in this order; those without the figure come last, whatever the direction: unknown is neither much nor little. */
export function sortChannels(channels: readonly ComparedChannel[], sort: ChannelSort | null): ComparedChannel[] {
  if (sort === null) return [...channels];
  const direction = sort.isDescending ? -1 : 1;
  const value = (channel: ComparedChannel): number | string | null => valueOf(channel, sort.column);
  const known = channels.filter((channel) => value(channel) !== null);
  const unknown = channels.filter((channel) => value(channel) === null);
  return [...known.toSorted((a, b) => direction * compare(value(a), value(b))), ...unknown];
}

/** What a column sorts by; null where it is not known or may not be compared. */
function valueOf(channel: ComparedChannel, column: ChannelColumn): number | string | null {
  switch (column) {
    case 'canal': return channel.networkLabel;
    case 'abonnes': return channel.followers?.count ?? null;
    case 'portee': return channel.usual.median;
    case 'partages': return channel.sharing.sharesPerLike;
    case 'heure': return comparable(channel.contactsPerHour);
    case 'euro': return comparable(channel.contactsPerEuro);
    case 'releve': return channel.observedAt;
  }
}

function comparable({ ratio, months }: CostRatio): number | null {
  return months < COST_MONTHS ? null : ratio;
}

function compare(a: number | string | null, b: number | string | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'fr');
}
