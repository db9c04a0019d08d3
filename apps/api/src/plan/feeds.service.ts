import { Inject, Injectable } from '@nestjs/common';
import type { PlanFeed } from '@portee/shared';
import { IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { hashOfSecret, newSecret } from '../operations/bearer-secret.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { PlanError } from './plan-error.js';

const MAX_FEEDS = 50;

/** The feed that a token opens. */
export interface OpenedFeed {
  organisationId: string;
  feedId: string;
}

/** Addresses at which calendar programs read the plan: each is shown once and kept as a hash. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that were not revoked, oldest first. */
  list(organisationId: string): Promise<PlanFeed[]> {
    return this.transaction.run(organisationId, async (manager) =>
      (await manager.find(CalendarFeed, { where: { organisationId, revokedAt: IsNull() }, order: { id: 'ASC' } })).map(toView));
  }

  /** @returns the token too, which nobody can read again later. @throws PlanError feed-limit */
  create(organisationId: string, role: string | null): Promise<{ feed: PlanFeed; token: string }> {
    const token = newSecret();
    const row = { organisationId, id: newId(), role, tokenHash: hashOfSecret(token), createdAt: this.clock(), lastUsedAt: null, revokedAt: null };
    return this.transaction.run(organisationId, async (manager) => {
      if ((await manager.countBy(CalendarFeed, { organisationId, revokedAt: IsNull() })) >= MAX_FEEDS) throw new PlanError('feed-limit', { limit: MAX_FEEDS });
      await manager.insert(CalendarFeed, row);
      return { feed: toView(row), token };
    });
  }

  /** The same feed at another address; the earlier one opens nothing any more. @throws PlanError feed-not-found */
  renew(organisationId: string, id: string): Promise<{ feed: PlanFeed; token: string }> {
    const token = newSecret();
    return this.transaction.run(organisationId, async (manager) => {
      const { affected } = await manager.update(CalendarFeed, { organisationId, id, revokedAt: IsNull() }, { tokenHash: hashOfSecret(token), createdAt: this.clock(), lastUsedAt: null });
      if (!affected) throw new PlanError('feed-not-found');
      return { feed: toView(await manager.findOneByOrFail(CalendarFeed, { organisationId, id })), token };
    });
  }

  /** From now on it opens nothing. @throws PlanError feed-not-found */
  async revoke(organisationId: string, id: string): Promise<void> {
    const { affected } = await this.transaction.run(organisationId, (manager) => manager.update(CalendarFeed, { organisationId, id, revokedAt: IsNull() }, { revokedAt: this.clock() }));
    if (!affected) throw new PlanError('feed-not-found');
  }

  /** @returns null: it opens nothing */
  async open(token: string): Promise<OpenedFeed | null> {
    const [opened]: OpenedFeed[] = await this.transaction.lookUp((manager) =>
      manager.query('SELECT organisation_id AS "organisationId", feed_id AS "feedId" FROM calendar_feed_by_hash($1)', [hashOfSecret(token)]));
    return opened ?? null;
  }
}

function toView({ id, role, createdAt, lastUsedAt }: CalendarFeed): PlanFeed {
  return { id, role, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
