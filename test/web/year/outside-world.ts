import ical, { type VEvent } from 'node-ical';
import { Random } from '../../bench/recommendations/random.js';

/** A post as the centre published it, and how many people it reached once it had settled. */
export interface PublishedPost { id: string; at: Date; text: string; format: string; reach: number }

const FOLLOWERS = 2000;
const HEADER = 'channel,network,post_id,published_at,format,paid,followers,reach,likes,shares,text,observed_at';
/** What is true in this world and unknown to the centre: a post of the evening, and a video, reach so many times as many people. */
const EVENING = 2.5;
const VIDEO = 1.6;
const EVENING_HOURS = { from: 17, to: 21 };
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Two publications a week before the year begins, at any hour. */
export function formerPosts(until: Date, random: Random): PublishedPost[] {
  return Array.from({ length: 130 }, (_, index) => {
    const hour = [8, 9, 11, 14, 16, 18, 19][Math.floor(random.uniform(0, 7))] ?? 9;
    const day = new Date(until.getTime() - (index + 1) * 3.5 * DAY_MS).toISOString().slice(0, 10);
    return publish(`avant-${String(index)}`, { at: new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+01:00`), text: `Annonce ${String(index)}`, format: index % 3 === 0 ? 'video' : 'photo' }, random);
  });
}

/** What a centre does with its calendar: most of it, some minutes late; now and then an appointment is forgotten, and something comes up. */
export async function liveBy(address: string, { days, appointment }: { days: { from: Date; to: Date }; appointment: string }, random: Random): Promise<PublishedPost[]> {
  const events = Object.values(ical.sync.parseICS(await (await fetch(address)).text())).filter((part): part is VEvent => part?.type === 'VEVENT');
  const planned = events.filter(({ start }) => start >= days.from && start < days.to);
  const done = planned.filter(({ summary }) => !wordsOf(summary).includes(appointment) || random.chance(0.85))
    .map(({ uid, start, summary }) => publish(`p-${uid}`, { at: new Date(start.getTime() + random.uniform(0, 20) * MINUTE_MS), text: wordsOf(summary), format: 'photo' }, random));
  const unplanned = [6, 13, 20].map((day) => publish(`i-${days.from.toISOString().slice(0, 7)}-${day}`, { at: new Date(days.from.getTime() + day * DAY_MS + 10 * 60 * MINUTE_MS), text: 'Une nouvelle de dernière minute', format: 'video' }, random));
  return [...done, ...unplanned];
}

/** The file of the centre's tool: everything it published, as it stands at that instant. */
export function fileOf(posts: readonly PublishedPost[], now: Date): { name: string; mimeType: string; buffer: Buffer } {
  const lines = posts.map(({ id, at, text, format, reach }) =>
    ['Lettre du Cerisier', 'newsletter', id, at.toISOString(), format, '0', FOLLOWERS, reach, Math.round(reach / 20), Math.round(reach / 90), text, now.toISOString()].join(','));
  return { name: `lettre-${now.toISOString().slice(0, 7)}.csv`, mimeType: 'text/csv', buffer: Buffer.from([HEADER, ...lines].join('\n')) };
}

function wordsOf(summary: VEvent['summary']): string {
  return typeof summary === 'string' ? summary : summary.val;
}

function publish(id: string, { at, text, format }: Pick<PublishedPost, 'at' | 'text' | 'format'>, random: Random): PublishedPost {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Brussels' }).format(at));
  const isEvening = hour >= EVENING_HOURS.from && hour < EVENING_HOURS.to;
  return { id, at, text, format, reach: Math.round(FOLLOWERS * 0.06 * Math.exp(random.normal(0, 0.35)) * (isEvening ? EVENING : 1) * (format === 'video' ? VIDEO : 1)) };
}
