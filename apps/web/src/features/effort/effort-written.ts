import type { Channel, ChannelEffort, EffortMonth } from '@portee/shared';
import { writeHours } from '../../format/hours.js';
import type { Translation } from '../../locales/translation.js';
import type { EffortDraft, WrittenEfforts } from './effort-draft.js';

export function monthOfChannel(entered: readonly ChannelEffort[], { channelId, month }: { channelId: string; month: string }): EffortMonth | undefined {
  return entered.find((one) => one.channelId === channelId)?.months.find((one) => one.month === month);
}

/** What the fields of a month can change of a channel. */
export function numbersOf(month: EffortMonth | undefined): { hours: number | null; euros: number | null } {
  return { hours: month?.hours ?? null, euros: month?.eurosOfChannel ?? null };
}

/** A month as its fields tell it before anybody writes. */
export function writtenOf(channels: readonly Channel[], { entered, month }: { entered: readonly ChannelEffort[]; month: string }, { locale, write }: Translation): WrittenEfforts {
  return Object.fromEntries(channels.map(({ id }) => {
    const { hours, euros } = numbersOf(monthOfChannel(entered, { channelId: id, month }));
    return [id, { hours: hours === null ? '' : writeHours(hours, locale), euros: euros === null ? '' : write.number(euros, 2) }];
  }));
}

export function merge(before: WrittenEfforts, draft: EffortDraft): WrittenEfforts {
  return Object.fromEntries(Object.entries(before).map(([id, known]) => [id, { ...known, ...draft[id] }]));
}

/** The draft with the hours of the month before where nothing is written; null: there is nothing to take over. */
export function takeOver(draft: EffortDraft, { written, last }: { written: WrittenEfforts; last: WrittenEfforts }): EffortDraft | null {
  const taken = Object.entries(last).filter(([id, { hours }]) => hours !== '' && written[id]?.hours === '').map(([id, { hours }]) => [id, { ...draft[id], hours }] as const);
  return taken.length === 0 ? null : { ...draft, ...Object.fromEntries(taken) };
}
