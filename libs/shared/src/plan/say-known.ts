import type { KnownPlan, PlanDocument } from '../contract/plan-document.contract.js';
import { capitalised } from '../messages/first-letter.js';
import { sayWhen } from '../report/advice-words.js';
import { weekdays } from '../time/period.js';
import type { PlanWords } from './plan-words.js';

/** A line of the document: what it is, and what is to be known of it; null: nothing else. */
export interface SaidRow { head: string; detail: string | null }

type Appointment = KnownPlan['appointments'][number];
type Line = KnownPlan['lines'][number];

/** « Facebook », or « Facebook, La Remise » where two stand on one network. */
export function sayChannel({ channels }: Pick<KnownPlan, 'channels'>, channelId: string): string {
  const channel = channels.find(({ id }) => id === channelId);
  if (channel === undefined) return '';
  return channels.filter(({ networkLabel }) => networkLabel === channel.networkLabel).length === 1 ? channel.networkLabel : `${channel.networkLabel}, ${channel.name}`;
}

/** « 4e trimestre 2026 », « Facebook : une publication typique touche 6 personnes pour 100 abonnés » */
export function sayObjective({ channelId, quarter, measure, target }: KnownPlan['objectives'][number], known: KnownPlan, { say, write }: PlanWords): SaidRow {
  const channel = sayChannel(known, channelId);
  return {
    head: say('written.quarter', { number: Number(quarter.slice(6)), year: quarter.slice(0, 4) }),
    detail: measure === 'posts' ? say('written.objective.posts', { channel, target }) : say('written.objective.reach-rate', { channel, people: target * 100, target: write.number(target * 100) }),
  };
}

/** « Chaque jeudi, à 18 h 30 », « Un jeudi sur deux, à 18 h 30 » */
export function sayRecurrence({ weekday, everyWeeks, time }: Pick<Appointment, 'weekday' | 'everyWeeks' | 'time'>, { say, write }: PlanWords): string {
  const pace = ([1, 2, 3] as const).find((weeks) => weeks === everyWeeks) ?? 4;
  return say(`written.every.${pace}`, { weekday: sayWeekday(weekday, say), time: write.time(time) });
}

export function sayWeekday(weekday: number, say: PlanWords['say']): string {
  return say(`written.day.${weekdays[weekday - 1] ?? 'mon'}`);
}

/** Its title, then how, by whom, and until when. */
export function sayAppointment({ title, format, role, skipsHolidays, fromDay, toDay }: Appointment, { today }: Pick<PlanDocument, 'today'>, { say, t, write }: PlanWords): SaidRow {
  const facts = [
    ...(format === null ? [] : [t(`format.${format}`)]), ...(role === null ? [] : [role]), ...(skipsHolidays ? [say('written.skipsHolidays')] : []),
    ...sayDays({ fromDay: fromDay > today ? fromDay : null, toDay }, { say, write }, 'written.from'),
  ];
  return { head: title, detail: facts.length === 0 ? null : facts.join(', ') };
}

/** « Publier en début de soirée », « Facebook, communication, depuis le 3 novembre 2026 » */
export function sayLine({ title, channelId, role, fromDay, toDay }: Line, { known, today }: Pick<PlanDocument, 'known' | 'today'>, { say, write }: PlanWords): SaidRow {
  const place = channelId === null ? say('written.allChannels') : sayChannel(known, channelId);
  return { head: title, detail: capitalised([place, ...(role === null ? [] : [role]), ...sayDays({ fromDay, toDay }, { say, write }, fromDay > today ? 'written.from' : 'written.since')].join(', ')) };
}

/** « Facebook : en début de soirée, ou le matin »: no figure, it is not read yet. */
export function sayExperiment({ channelId, dimension, level, against, lastDay, eachArm }: KnownPlan['experiments'][number], known: KnownPlan, { say, write, advice }: PlanWords): SaidRow {
  return {
    head: say('written.experiment', { channel: sayChannel(known, channelId), when: sayWhen({ dimension, level }, advice), against: sayWhen({ dimension, level: against }, advice) }),
    detail: capitalised(say('written.experiment.detail', { posts: 2 * eachArm, day: write.longDay(lastDay) })),
  };
}

export function sayHoliday({ name, from, to }: KnownPlan['holidays'][number], { say, write }: PlanWords): SaidRow {
  return { head: name, detail: capitalised(say('written.between', { from: write.longDay(from), to: write.longDay(to) })) };
}

function sayDays({ fromDay, toDay }: { fromDay: string | null; toDay: string | null }, { say, write }: Pick<PlanWords, 'say' | 'write'>, open: 'written.from' | 'written.since'): string[] {
  if (fromDay !== null && toDay !== null) return [say('written.between', { from: write.longDay(fromDay), to: write.longDay(toDay) })];
  if (fromDay !== null) return [say(open, { day: write.longDay(fromDay) })];
  return toDay === null ? [] : [say('written.until', { day: write.longDay(toDay) })];
}
