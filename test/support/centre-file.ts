import { postFormat } from '@portee/shared';
import type { PostReading } from '../../apps/api/src/networks/core/readings.js';
import { Random } from '../bench/recommendations/random.js';
import { reading } from './ledger.js';

/** A channel of an invented centre, as a file of it would tell; without another network, one that has never changed its way of counting. */
export interface CentreFile {
  channel?: string;
  network?: string;
  posts: number;
  /** Days over which they are spread, up to the last day. */
  days?: number;
  lastDay?: string;
  /** How many times as many people an evening post reaches. */
  evening?: number;
  seed?: number;
  /** What every line says of a paid push. */
  paid?: '0' | '1' | '';
  /** Identifiers begin with this. */
  prefix?: string;
  followers?: number;
}

const HEADER = 'channel,network,post_id,published_at,format,paid,followers,reach,likes,shares,text,observed_at';
const DAY_MS = 86_400_000;
/** UTC hours of posts; 16 and 17 are evenings in Brussels, summer and winter. */
const HOURS = [7, 8, 9, 11, 12, 14, 16, 17] as const;
const FORMATS = ['photo', 'photo', 'photo', 'link', 'video', 'event'] as const;

/** Portée CSV of posts whose evenings reach so many times as many people, drawn the same way every time. */
export function centreFile({ channel = 'Annonces du centre', network = 'newsletter', posts, days = 600, lastDay = '2026-10-31', evening = 1, seed = 7, paid = '0', prefix = 'p', followers = 2000 }: CentreFile): string {
  const random = new Random(seed);
  const last = Date.parse(`${lastDay}T00:00:00Z`);
  const lines = Array.from({ length: posts }, (_, index) => {
    const hour = HOURS[Math.floor(random.uniform(0, HOURS.length))] ?? 9;
    const publishedAt = new Date(last - Math.floor((index * days) / posts) * DAY_MS + hour * 3_600_000);
    const reach = Math.round(followers * 0.055 * Math.exp(random.normal(0, 0.7)) * (hour >= 16 ? evening : 1));
    const format = FORMATS[Math.floor(random.uniform(0, FORMATS.length))] ?? 'photo';
    const likes = Math.round(reach / 20);
    return [channel, network, `${prefix}-${String(index)}`, publishedAt.toISOString(), format, paid, followers, reach, likes, Math.round(likes / 6), `Annonce numéro ${String(index)}`, `${lastDay}T23:00:00Z`].join(',');
  });
  return [HEADER, ...lines].join('\n');
}

/** The same posts as the ledger takes them. */
export function centreReadings(file: CentreFile): PostReading[] {
  return centreFile(file).split('\n').slice(1).map((line) => {
    const [, , externalId = '', publishedAt = '', format, , followers, reach, likes, shares, text = ''] = line.split(',');
    const figures = { followers: Number(followers), reach: Number(reach), likes: Number(likes), shares: Number(shares) };
    return reading(externalId, publishedAt, { format: postFormat.parse(format), text, figures });
  });
}
