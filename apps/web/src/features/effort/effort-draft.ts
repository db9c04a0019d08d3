import type { EnterEfforts } from '@portee/shared';
import { readEuros } from '../../format/euros.js';
import { readHours } from '../../format/hours.js';

/** What stands in the two fields of a channel, as text. */
export interface WrittenEffort { hours: string; euros: string }
/** By id of channel. */
export type WrittenEfforts = Readonly<Record<string, WrittenEffort>>;
/** The fields that were written in, and those alone: what others enter meanwhile shows in the rest. */
export type EffortDraft = Readonly<Record<string, Partial<WrittenEffort>>>;

/** A full-time post is about 160 hours a month: more on one channel is likely to be a slip. */
export const MANY_HOURS = 170;
const MOST_HOURS = 2_000;

export type EffortRefusal = 'hours' | 'euros' | 'many';
/** What has to be put right, by id of channel. */
export type EffortRefusals = ReadonlyMap<string, EffortRefusal>;

/**
 * What a draft asks to be entered: the fields that differ from what is known. An emptied field takes its figure back.
 * @param sure  channels of which so many hours were written twice
 */
export function readDraft(draft: EffortDraft, { before, sure }: { before: WrittenEfforts; sure: ReadonlySet<string> }): { changes: EnterEfforts['channels']; refusals: EffortRefusals } {
  const refusals = new Map<string, EffortRefusal>();
  const changes: EnterEfforts['channels'] = [];
  for (const [channelId, written] of Object.entries(draft)) {
    const known = before[channelId];
    // The channel was taken away meanwhile.
    if (known === undefined) continue;
    const [hours, euros] = [readField(written.hours, known.hours, readHours), readField(written.euros, known.euros, readEuros)];
    const refusal = refuse({ hours, euros }, sure.has(channelId));
    if (refusal !== null) refusals.set(channelId, refusal);
    else if (hours !== undefined || euros !== undefined) changes.push({ channelId, ...(hours === undefined ? {} : { hours: hours.value }), ...(euros === undefined ? {} : { euros: euros.value }) });
  }
  return { changes, refusals };
}

/** What takes these changes back, and no field beside them. */
export function undoOf(changes: EnterEfforts['channels'], numbersOf: (channelId: string) => { hours: number | null; euros: number | null }): EnterEfforts['channels'] {
  return changes.map(({ channelId, hours, euros }) => {
    const before = numbersOf(channelId);
    return { channelId, ...(hours === undefined ? {} : { hours: before.hours }), ...(euros === undefined ? {} : { euros: before.euros }) };
  });
}

interface ReadField { value: number | null; isRead: boolean }

/** Undefined: nobody wrote in it, or what was there. */
function readField(text: string | undefined, known: string, read: (text: string) => number | null): ReadField | undefined {
  if (text === undefined || text === known) return undefined;
  if (text.trim() === '') return { value: null, isRead: true };
  const value = read(text);
  return { value, isRead: value !== null };
}

function refuse({ hours, euros }: { hours: ReadField | undefined; euros: ReadField | undefined }, isSure: boolean): EffortRefusal | null {
  if (hours !== undefined && (!hours.isRead || (hours.value ?? 0) > MOST_HOURS)) return 'hours';
  if (euros !== undefined && !euros.isRead) return 'euros';
  return (hours?.value ?? 0) > MANY_HOURS && !isSure ? 'many' : null;
}
