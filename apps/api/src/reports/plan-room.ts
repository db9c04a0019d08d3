import type { KnownPlan, PlanDocument, PlanSectionKey, PlanWords } from '@portee/shared';

/** How much of each thing that Portée knows is printed; what the team wrote always is, whole. */
export type PlanRoom = Record<'objectives' | 'appointments' | 'channels' | 'lines' | 'experiments' | 'holidays', number>;

/** Where each of them stands. */
const sectionOf = { objectives: 'aims', appointments: 'channels', channels: 'channels', lines: 'decided', experiments: 'decided', holidays: 'review' } as const satisfies Record<keyof PlanRoom, PlanSectionKey>;

/** The document with no more than there is room for, and what is said of the rest, by section. */
export interface BoundPlan { document: PlanDocument; left: Partial<Record<PlanSectionKey, string[]>> }

/** All in their order; of appointments the most frequent of each channel, in turn. A channel none of whose appointments is printed is left out with them: it would be taken for one without. */
export function boundPlan(document: PlanDocument, room: PlanRoom, { say }: PlanWords): BoundPlan {
  const { known } = document;
  const appointments = mostFrequent(known.appointments, room.appointments);
  const kept: KnownPlan = {
    appointments, channels: keptChannels(known, { promised: new Set(appointments.map(({ channelId }) => channelId)), most: room.channels }),
    objectives: known.objectives.slice(0, room.objectives), lines: known.lines.slice(0, room.lines), experiments: known.experiments.slice(0, room.experiments), holidays: known.holidays.slice(0, room.holidays),
  };
  const left: BoundPlan['left'] = {};
  for (const thing of ['objectives', 'appointments', 'channels', 'lines', 'experiments', 'holidays'] as const) {
    const count = known[thing].length - kept[thing].length;
    if (count > 0) (left[sectionOf[thing]] ??= []).push(say(`written.left.${thing}`, { count }));
  }
  return { document: { ...document, known: kept }, left };
}

function mostFrequent(appointments: KnownPlan['appointments'], most: number): KnownPlan['appointments'] {
  const ranks = new Map([...Map.groupBy(appointments, ({ channelId }) => channelId).values()].flatMap((ofChannel) => ofChannel.toSorted((a, b) => a.everyWeeks - b.everyWeeks).map((one, rank) => [one, rank])));
  const rankOf = (one: KnownPlan['appointments'][number]): number => ranks.get(one) ?? 0;
  const kept = new Set(appointments.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, most));
  return appointments.filter((one) => kept.has(one));
}

/** Those of which an appointment is printed, then as many of those without any as there is room for. */
function keptChannels({ channels, appointments }: KnownPlan, { promised, most }: { promised: ReadonlySet<string>; most: number }): KnownPlan['channels'] {
  const withSome = new Set(appointments.map(({ channelId }) => channelId));
  const silent = channels.filter(({ id }) => !withSome.has(id)).slice(0, Math.max(0, most - promised.size));
  return channels.filter((channel) => promised.has(channel.id) || silent.includes(channel));
}
