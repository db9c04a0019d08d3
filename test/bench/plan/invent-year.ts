import { addDays, localDay, type PostFormat, toInstant } from '@portee/shared';
import type { ExpectedPost, PublishedPost } from '../../../apps/api/src/plan/likeness.js';
import { Random, seedOf, without } from '../recommendations/random.js';
import { FORMATS, WEEKDAYS } from '../recommendations/worlds.js';
import type { MatchingWorld } from './worlds.js';

/** A year of two channels, with what really became of each planned post. */
export interface InventedYear {
  planned: ExpectedPost[];
  published: PublishedPost[];
  /** By id of plan; null: it was not published. */
  truth: Map<string, string | null>;
  /** Ids of the plans of the weekly appointment. */
  appointment: Set<string>;
}

const ZONE = 'Europe/Brussels';
const MONDAY = '2026-01-05';
const WEEKS = 52;
const SERIES = '#JeudiDuConte';
const TITLES = ['Nuit du cinéma', 'Atelier théâtre', 'Concert de jazz', 'Fête de la musique', 'Bourse aux livres', 'Expo photo', 'Stage de cirque', 'Balade en forêt', 'Café des langues', 'Repair café'];
const CROSS_POSTED = 0.3;
const TITLED = 0.5;
const WORDS_KEPT = 0.9;
const EARLY = 0.1;
const FORMAT_UNKNOWN = 0.03;
const DAYS = [...WEEKDAYS.keys()];

export function inventYear(world: MatchingWorld, number: number): InventedYear {
  const random = new Random(seedOf(world.name, number));
  const year: InventedYear = { planned: [], published: [], truth: new Map(), appointment: new Set() };
  for (let week = 0; week < WEEKS; week += 1) {
    const monday = addDays(MONDAY, 7 * week);
    const thursday = planPost(year, { day: addDays(monday, 3), time: '18:30', series: SERIES, channelId: 'page' }, random);
    year.appointment.add(thursday.id);
    for (let left = Math.floor(random.uniform(2, 5)); left > 0; left -= 1) planDay(year, addDays(monday, DAYS.indexOf(random.pick(WEEKDAYS))), { world, random });
  }
  for (const plan of year.planned.filter(() => random.chance(CROSS_POSTED))) year.planned.push({ ...plan, id: `${plan.id} again`, channelId: 'profile', series: null });
  for (const plan of year.planned) publishPlanned(year, plan, { world, random });
  for (let left = Math.round(world.unplanned * year.planned.length); left > 0; left -= 1) publishUnplanned(year, random);
  return year;
}

/** One post, or two. */
function planDay(year: InventedYear, day: string, { world, random }: { world: MatchingWorld; random: Random }): void {
  for (let left = random.chance(world.doubles) ? 2 : 1; left > 0; left -= 1) planPost(year, { day, time: inventTime(random), series: null, channelId: 'page' }, random);
}

function planPost(year: InventedYear, { day, time, series, channelId }: { day: string; time: string; series: string | null; channelId: string }, random: Random): ExpectedPost {
  const title = series === null && random.chance(TITLED) ? (TITLES[Math.floor(random.uniform(0, TITLES.length))] ?? null) : null;
  const plan: ExpectedPost = { id: `plan ${year.planned.length}`, channelId, day, at: toInstant(`${day}T${time}`, ZONE).instant, format: series === null ? random.pick(FORMATS) : 'photo', series, title };
  year.planned.push(plan);
  return plan;
}

/** Quarters of an hour from 9 to 21. */
function inventTime(random: Random): string {
  const quarters = Math.floor(random.uniform(9 * 4, 21 * 4));
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
}

function publishPlanned(year: InventedYear, plan: ExpectedPost, { world, random }: { world: MatchingWorld; random: Random }): void {
  if (random.chance(world.missing)) {
    year.truth.set(plan.id, null);
    return;
  }
  const { medianMinutes, spread } = world.delay;
  const minutes = random.chance(world.scheduled) ? random.uniform(0, 2) : (random.chance(EARLY) ? -1 : 1) * Math.exp(random.normal(Math.log(medianMinutes), spread));
  const format = plan.format !== null && random.chance(world.otherFormat) ? random.pick(without<PostFormat>(FORMATS, plan.format)) : plan.format;
  const words = random.chance(WORDS_KEPT) ? (plan.series ?? plan.title) : null;
  year.truth.set(plan.id, publish(year, { channelId: plan.channelId, publishedAt: new Date(plan.at.getTime() + minutes * 60_000), format, words }, random));
}

function publishUnplanned(year: InventedYear, random: Random): void {
  const day = addDays(MONDAY, Math.floor(random.uniform(0, 7 * WEEKS)));
  const words = random.chance(TITLED) ? (TITLES[Math.floor(random.uniform(0, TITLES.length))] ?? null) : null;
  publish(year, { channelId: random.chance(CROSS_POSTED / (1 + CROSS_POSTED)) ? 'profile' : 'page', publishedAt: toInstant(`${day}T${inventTime(random)}`, ZONE).instant, format: random.pick(FORMATS), words }, random);
}

function publish(year: InventedYear, { channelId, publishedAt, format, words }: Pick<PublishedPost, 'channelId' | 'publishedAt' | 'format'> & { words: string | null }, random: Random): string {
  const id = `post ${Math.floor(random.uniform(0, 1e6))} ${year.published.length}`;
  year.published.push({
    id, channelId, publishedAt, localDay: localDay(publishedAt, ZONE), format: random.chance(FORMAT_UNKNOWN) ? null : format,
    series: words === SERIES ? SERIES : null, text: words === null ? 'Rejoignez-nous, on vous attend nombreux.' : `${words} : rejoignez-nous !`,
  });
  return id;
}
