import { mondayOf, type Channel, type SearchResults } from '@portee/shared';
import { sayTarget } from '../../ui/decide/say-objective.js';
import { weekdayName } from '../../format/weekdays.js';
import type { Translation } from '../../locales/translation.js';

/** Something that was found: where it leads, what it is called, and what is known of it. */
export interface FoundThing { id: string; to: string; title: string; facts: string[]; note: string | null }
export type GroupName = keyof SearchResults;
export interface FoundGroup { name: GroupName; total: number; things: FoundThing[]; all: string | null }

interface Telling {
  home: string;
  today: string;
  question: string;
  channelName: (channelId: string) => string;
  networkName: (channel: Pick<Channel, 'network'>) => string;
  translation: Translation;
}

/** Kinds that have something, in the order of the month's work; `all` leads to every post of these words. */
export function foundGroups(found: SearchResults, telling: Telling): FoundGroup[] {
  const things: Record<GroupName, FoundThing[]> = {
    posts: found.posts.items.map((post) => postThing(post, telling)),
    plannedPosts: found.plannedPosts.items.map((post) => plannedThing(post, telling)),
    appointments: found.appointments.items.map((appointment) => appointmentThing(appointment, telling)),
    lines: found.lines.items.map((line) => lineThing(line, telling)),
    objectives: found.objectives.items.map((objective) => objectiveThing(objective, telling)),
    channels: found.channels.items.map((channel) => channelThing(channel, telling)),
  };
  const names: readonly GroupName[] = ['posts', 'plannedPosts', 'appointments', 'lines', 'objectives', 'channels'];
  return names.map((name) => ({ name, total: found[name].total, things: things[name], all: name === 'posts' ? `${telling.home}/publications?${new URLSearchParams({ q: telling.question }).toString()}` : null })).filter(({ total }) => total > 0);
}

type Item<Name extends GroupName> = SearchResults[Name]['items'][number];

function postThing({ id, channelId, day, time, format, excerpt }: Item<'posts'>, { home, channelName, translation: { t, write } }: Telling): FoundThing {
  const facts = [channelName(channelId), t('posts.published', { day: write.longDay(day), time: write.time(time) }), ...(format === null ? [] : [t(`posts.format.${format}`)])];
  return { id, to: `${home}/publications/${id}`, title: excerpt === '' ? t('posts.noText') : excerpt, facts, note: null };
}

function channelThing({ id, network, name, audience }: Item<'channels'>, { home, networkName }: Telling): FoundThing {
  return { id, to: `${home}/donnees/canaux/${id}`, title: name, facts: [networkName({ network }), ...(audience === null ? [] : [audience])], note: null };
}

function plannedThing({ id, channelId, title, day, time, role, note }: Item<'plannedPosts'>, { home, channelName, translation: { t, write } }: Telling): FoundThing {
  return { id, to: weekOf(home, day), title, facts: [channelName(channelId), t('posts.published', { day: write.longDay(day), time: write.time(time) }), ...given(role)], note };
}

function appointmentThing({ id, channelId, title, weekday, time, fromDay, toDay, role, note }: Item<'appointments'>, { home, today, channelName, translation: { t, write, locale } }: Telling): FoundThing {
  // The week of the calendar in which it is sure to stand, today's where it can.
  const day = toDay !== null && toDay < today ? toDay : fromDay > today ? fromDay : today;
  return { id, to: weekOf(home, day), title, facts: [channelName(channelId), t('search.appointment', { weekday: weekdayName(weekday, locale), time: write.time(time) }), ...given(role)], note };
}

function lineThing({ id, channelId, title, kind, fromDay, toDay, role, note }: Item<'lines'>, { home, channelName, translation: { t, write } }: Telling): FoundThing {
  const when = toDay === null ? t('plan.line.since', { day: write.longDay(fromDay) }) : t('plan.line.between', { from: write.longDay(fromDay), to: write.longDay(toDay) });
  return { id, to: `${home}/plan#ligne-${id}`, title, facts: [t(`plan.kind.${kind}`), channelId === null ? t('plan.line.allChannels') : channelName(channelId), when, ...given(role)], note };
}

function objectiveThing(objective: Item<'objectives'>, { home, channelName, translation }: Telling): FoundThing {
  return { id: objective.id, to: `${home}/plan#objectif-${objective.id}`, title: sayTarget(objective, channelName(objective.channelId), translation), facts: [], note: null };
}

function weekOf(home: string, day: string): string {
  return `${home}/plan?semaine=${mondayOf(day)}#plan-calendar`;
}

function given(role: string | null): string[] {
  return role === null ? [] : [role];
}
