import { addMonths, type Expired, localDay, monthOf, type Retention } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../accounts/organisation.entity.js';
import { Channel } from '../channels/channel.entity.js';
import { raiseFiguresVersion } from '../posts/figures-version.query.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { rebuildRollups } from '../posts/refresh-rollups.js';
import { expireDays, expireImports, expireJournal, expirePosts, expireReviews, expireTexts } from './expire.query.js';

interface Expiring {
  organisationId: string;
  retention: Retention;
  now: Date;
}

/** Deletes what an organisation no longer wants to keep, inside the caller's transaction, and makes the rollups right. @returns how much of each */
export async function expire(manager: EntityManager, { organisationId, retention, now }: Expiring): Promise<Expired> {
  await holdLedger(manager, organisationId);
  const { timeZone } = await manager.findOneByOrFail(Organisation, { id: organisationId });
  const before = (months: number): Date => new Date(`${firstMonth(months, { now, timeZone })}-01T00:00:00Z`);
  const texts = retention.texts === null ? 0 : await expireTexts(manager, organisationId, before(retention.texts));
  const imports = retention.imports === null ? 0 : await expireImports(manager, organisationId, before(retention.imports));
  const figures = retention.figures === null ? { posts: 0, days: 0, reviews: 0 } : await expireFigures(manager, { organisationId, timeZone, months: retention.figures, now });
  // What was concluded rests on texts too: whether a post calls to share.
  if (texts > 0) await raiseFiguresVersion(manager, organisationId, null);
  return { texts, imports, ...figures, journal: await expireJournal(manager, before(retention.journal)) };
}

/** Whole months are kept, so that no month is judged by half of its posts. */
function firstMonth(months: number, { now, timeZone }: { now: Date; timeZone: string }): string {
  return addMonths(monthOf(localDay(now, timeZone)), -months);
}

async function expireFigures(manager: EntityManager, { organisationId, timeZone, months, now }: { organisationId: string; timeZone: string; months: number; now: Date }): Promise<Pick<Expired, 'posts' | 'days' | 'reviews'>> {
  const gone = { posts: 0, days: 0, reviews: await expireReviews(manager, organisationId, firstMonth(months, { now, timeZone })) };
  for (const channel of await manager.find(Channel, { where: { organisationId }, order: { id: 'ASC' } })) {
    const old = { organisationId, channelId: channel.id, timeZone: channel.timeZone, fromDay: `${firstMonth(months, { now, timeZone: channel.timeZone })}-01` };
    const [posts, days] = [await expirePosts(manager, old), await expireDays(manager, old)];
    if (posts + days > 0) await rebuildRollups(manager, organisationId, channel);
    gone.posts += posts;
    gone.days += days;
  }
  return gone;
}
