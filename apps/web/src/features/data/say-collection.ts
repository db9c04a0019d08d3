import { addDays, localDay, type Collection, type IngestionRun } from '@portee/shared';
import { beside, partOfDay, sayWhen, toLocal, writeTime } from '../../format/instants.js';
import type { MessageKey } from '../../locales/catalogue.js';
import type { Translation } from '../../locales/translation.js';
import { needsOf, type Need } from './collection-need.js';

/** What sentences about a collection need to know: moments by the clock of `timeZone`, months of posts by that of the centre; `city` as in `OwnClock`, `network` what people call the network. */
export interface Telling { now: Date; timeZone: string; city: string | null; centreZone: string; network: string; translation: Translation }

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Due for longer than this, a channel is waiting for its turn rather than about to begin. */
const MOMENT_MS = 10 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** « Relié », « Limité jusqu’à demain, 9 h ». */
export function sayState({ state, limitedUntil }: Pick<Collection, 'state' | 'limitedUntil'>, telling: Telling): string {
  const { t, write, locale } = telling.translation;
  if (state !== 'limited' || limitedUntil === null) return t(`collect.state.${state}`);
  const { day, ...clock } = toLocal(limitedUntil, telling.timeZone);
  const time = beside(writeTime(clock, locale), telling.city);
  const today = todayOf(telling);
  if (day === today) return t('collect.limited.today', { time });
  return day === addDays(today, 1) ? t('collect.limited.tomorrow', { time }) : t('collect.limited.later', { day: write.shortDay(day), time });
}

/** « ce matin à 7 h 12 »; null: no collection has come to its end. */
export function sayLast({ collectedAt }: Pick<Collection, 'collectedAt'>, telling: Telling): string | null {
  return collectedAt === null ? null : sayWhen(collectedAt, { ...telling, today: todayOf(telling) });
}

/** « demain vers 9 h », « dans 12 minutes »; null where nothing is planned, or the state says it already. */
export function sayNext({ state, nextDueAt }: Pick<Collection, 'state' | 'nextDueAt'>, telling: Telling): string | null {
  if (nextDueAt === null || (state !== 'connected' && state !== 'late')) return null;
  const { t } = telling.translation;
  const ahead = Date.parse(nextDueAt) - telling.now.getTime();
  if (ahead < -MOMENT_MS) return t('collect.next.waiting');
  if (ahead < MINUTE_MS) return t('collect.next.now');
  return ahead < HOUR_MS ? t('collect.next.minutes', { minutes: Math.floor(ahead / MINUTE_MS) }) : sayAround(nextDueAt, telling);
}

const nextKeys = { morning: 'collect.next.thisMorning', afternoon: 'collect.next.thisAfternoon', evening: 'collect.next.thisEvening', night: 'collect.next.tonight' } as const;

/** To the nearest hour: nobody waits for a minute. What comes before five the next day is still « cette nuit ». */
function sayAround(instant: string, telling: Telling): string {
  const { t, write, locale } = telling.translation;
  const { minute } = toLocal(instant, telling.timeZone);
  const nearest = new Date(Date.parse(instant) + (minute < 30 ? -minute : 60 - minute) * MINUTE_MS);
  const { day, hour } = toLocal(nearest.toISOString(), telling.timeZone);
  const time = beside(hour === 0 ? t('collect.midnight') : hour === 12 ? t('collect.noon') : writeTime({ hour, minute: 0 }, locale), telling.city);
  const today = todayOf(telling);
  if (day === today) return t(hour === 12 ? 'collect.next.today' : nextKeys[partOfDay(hour)], { time });
  if (day !== addDays(today, 1)) return t('collect.next.onDay', { day: write.shortDay(day), time });
  return t(partOfDay(hour) === 'night' ? 'collect.next.tonight' : 'collect.next.tomorrow', { time });
}

/** What is the matter with a channel and what to do, in a sentence or two a need. Progress has its own drawing: nothing here. */
export function sayNeeds(collection: Collection, telling: Telling): { need: Need; words: string }[] {
  return needsOf(collection).flatMap((need) => {
    const words = sayNeed(need, collection, telling);
    return words === null ? [] : [{ need, words }];
  });
}

function sayNeed(need: Need, collection: Collection, telling: Telling): string | null {
  const { translation: { t }, network } = telling;
  switch (need) {
    case 'reconnect':
    case 'trouble': return [`${sayTrouble(collection, telling)}.`, saySince(collection.troubleSince, telling), sayTodo(collection, telling)].filter((part) => part !== '').join(' ');
    case 'limited': return t('collect.line.limited', { network });
    case 'late': return t('collect.line.late');
    case 'paused': return t('collect.line.paused');
    case 'ends': return sayEnds(collection, telling);
    case 'first-done': return sayFirstDone(collection.lastRun, telling);
    case 'progress': return null;
  }
}

/** What happened, without a full stop: « Facebook n’accepte plus notre accès ». */
export function sayTrouble({ trouble }: Pick<Collection, 'trouble'>, { translation: { t }, network }: Telling): string {
  return trouble === null ? t('collect.line.reconnect') : t(`collect.trouble.${trouble}`, { network });
}

/** What to do about it. */
export function sayTodo({ trouble }: Pick<Collection, 'trouble'>, { translation: { t }, network }: Telling): string {
  return trouble === null ? t('collect.todo.reconnect') : t(`collect.todo.${trouble}`, { network });
}

function saySince(since: string | null, telling: Telling): string {
  if (since === null) return '';
  const { t, locale } = telling.translation;
  const { day, ...clock } = toLocal(since, telling.timeZone);
  const today = todayOf(telling);
  if (day === today) return t('collect.since.today', { time: beside(writeTime(clock, locale), telling.city) });
  return day === addDays(today, -1) ? t('collect.since.yesterday') : t('collect.since.onDay', { day: writeDay(day, telling) });
}

function sayEnds({ accessEndsAt }: Collection, telling: Telling): string | null {
  if (accessEndsAt === null) return null;
  const { translation: { t }, network, now } = telling;
  const today = todayOf(telling);
  const endDay = localDay(new Date(accessEndsAt), telling.timeZone);
  const day = writeDay(endDay, telling);
  if (Date.parse(accessEndsAt) <= now.getTime()) return t('collect.ends.over', { network, day });
  if (endDay === today) return t('collect.ends.today', { network });
  return t('collect.ends.days', { network, day, days: Math.round((Date.parse(endDay) - Date.parse(today)) / DAY_MS) });
}

/** « 240 publications lues, jusqu’en mars 2025. »: how far a collection under way has come. */
export function sayProgress({ lastRun, isBackfilled }: Pick<Collection, 'lastRun' | 'isBackfilled'>, telling: Telling): string {
  const { t } = telling.translation;
  const run = lastRun?.state === 'running' ? lastRun : null;
  const isFirst = run === null ? !isBackfilled : run.kind === 'first';
  if (run === null || run.postsRead === 0) return t(isFirst ? 'collect.first.begins' : 'collect.regular.begins');
  if (!isFirst || run.oldestPostAt === null) return t('collect.regular.posts', { posts: run.postsRead });
  return t('collect.first.posts', { posts: run.postsRead, month: sayMonth(run.oldestPostAt, telling) });
}

/** How a first collection ended. */
export function sayFirstDone(run: IngestionRun | null, telling: Telling): string {
  const { t } = telling.translation;
  if (run === null || run.oldestPostAt === null || run.postsRead === 0) return t('collect.first.empty');
  return t('collect.first.done', { posts: run.postsRead, month: sayMonth(run.oldestPostAt, telling) });
}

/** From its beginning to its end, waits included: « moins d’une seconde », « 42 s », « 1 h 5 min ». */
export function sayDuration({ startedAt, finishedAt }: Pick<IngestionRun, 'startedAt' | 'finishedAt'>, t: Translation['t']): string {
  if (finishedAt === null) return t('collect.duration.none');
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  if (seconds < 1) return t('collect.duration.instant');
  if (seconds < 60) return t('collect.duration.seconds', { seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t('collect.duration.minutes', { minutes });
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? t('collect.duration.hours', { hours }) : t('collect.duration.hoursMinutes', { hours, minutes: rest });
}

/** « Terminée », « Arrêtée : accès refusé ». */
export function sayOutcome({ state, reason }: Pick<IngestionRun, 'state' | 'reason'>, t: Translation['t']): string {
  if (state !== 'failed') return t(`collect.outcome.${state}`);
  return t('collect.outcome.failed', { why: t(reason === null ? 'collect.why.unknown' : `collect.why.${reason}`) });
}

const knownRemarks: ReadonlyMap<string, MessageKey> = new Map([
  ['count-negative', 'collect.remark.count-negative'], ['count-unreadable', 'collect.remark.count-unreadable'],
  ['published-in-future', 'collect.remark.published-in-future'], ['date-unreadable', 'collect.remark.date-unreadable'],
  ['post-unreadable', 'collect.remark.post-unreadable'], ['paging-loops', 'collect.remark.paging-loops'], ['too-many-posts', 'collect.remark.too-many-posts'],
]);

/** What the network claimed and was not believed. */
export function sayRemark({ reason, count }: IngestionRun['remarks'][number], t: Translation['t']): string {
  return t(knownRemarks.get(reason) ?? 'collect.remark.other', { count });
}

/** A day as people write it: with its year only where that is another one. */
export function writeDay(day: string, telling: Telling): string {
  const { write } = telling.translation;
  return day.slice(0, 4) === todayOf(telling).slice(0, 4) ? write.shortDay(day) : write.longDay(day);
}

function sayMonth(instant: string, { centreZone, translation: { write } }: Telling): string {
  return write.monthAndYear(localDay(new Date(instant), centreZone).slice(0, 7));
}

function todayOf({ now, timeZone }: Telling): string {
  return localDay(now, timeZone);
}
