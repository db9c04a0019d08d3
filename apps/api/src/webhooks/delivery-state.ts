import type { EntityManager } from 'typeorm';
import type { Posted } from './post-message.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long after each try that failed the next one comes: two days in all. */
const WAITS_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS, 14 * HOUR_MS, 16 * HOUR_MS];
/** A process that says nothing for this long has died: its delivery may be taken up by another. */
const LEASE_MS = MINUTE_MS;
/** An address at which nothing has arrived for this long is told nothing more. */
const PATIENCE_MS = 5 * DAY_MS;
/** How long a message that is done with can be looked up. */
const KEPT_MS = 30 * DAY_MS;

export interface DeliveryKey {
  organisationId: string;
  deliveryId: string;
}

/** A delivery in hand, until `claimedUntil`. */
export interface ClaimedDelivery extends DeliveryKey {
  webhookId: string;
  url: string;
  event: string;
  facts: Record<string, string>;
  occurredAt: Date;
  slug: string;
  tries: number;
  claimedUntil: Date;
}

/** When the next try comes after so many that failed; null: none, it is given up. */
export function nextTryAt(tries: number, now: Date): Date | null {
  const wait = WAITS_MS[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** Takes a delivery in hand; null: another has it, it is done, or its address is told nothing. */
export async function claimDelivery(manager: EntityManager, { organisationId, deliveryId }: DeliveryKey, now: Date): Promise<ClaimedDelivery | null> {
  const [claimed] = await manager.query<Omit<ClaimedDelivery, keyof DeliveryKey>[]>(
    `WITH claimed AS (
       UPDATE webhook_delivery SET claimed_until = $4 WHERE organisation_id = $1 AND id = $2 AND state = 'waiting' AND next_at <= $3 AND (claimed_until IS NULL OR claimed_until <= $3)
       RETURNING organisation_id, webhook_id, event, facts, occurred_at, tries, claimed_until
     ) SELECT c.webhook_id AS "webhookId", w.url, c.event, c.facts, c.occurred_at AS "occurredAt", c.tries, c.claimed_until AS "claimedUntil", o.slug
       FROM claimed c JOIN webhook w ON w.organisation_id = c.organisation_id AND w.id = c.webhook_id JOIN organisation o ON o.id = c.organisation_id`,
    [organisationId, deliveryId, now, new Date(now.getTime() + LEASE_MS)],
  );
  return claimed === undefined ? null : { ...claimed, organisationId, deliveryId };
}

/** Writes down how a try went, and what follows: done, another try, or given up, and with it an address that has been silent for days. */
export async function settleDelivery(manager: EntityManager, claim: ClaimedDelivery, { posted, now }: { posted: Posted; now: Date }): Promise<void> {
  const { organisationId, deliveryId, webhookId } = claim;
  const tries = claim.tries + 1;
  const next = posted.reason === null || posted.reason === 'gone' ? null : nextTryAt(tries, now);
  const state = posted.reason === null ? 'delivered' : next === null ? 'given-up' : 'waiting';
  const attempt = { at: now.toISOString(), ...posted };
  const [, written] = await manager.query<[unknown, number]>(
    `UPDATE webhook_delivery SET state = $3, tries = $4, next_at = coalesce($5, next_at), claimed_until = NULL, attempts = attempts || $6::jsonb
     WHERE organisation_id = $1 AND id = $2 AND claimed_until = $7`,
    [organisationId, deliveryId, state, tries, next, JSON.stringify([attempt]), claim.claimedUntil],
  );
  if (written === 0) return;
  await manager.query(
    `UPDATE webhook SET failing_since = CASE WHEN $3 THEN NULL ELSE coalesce(failing_since, $4) END,
       disabled_at = CASE WHEN $5 OR ($6 AND failing_since <= $7) THEN coalesce(disabled_at, $4) ELSE disabled_at END
     WHERE organisation_id = $1 AND id = $2`,
    [organisationId, webhookId, posted.reason === null, now, posted.reason === 'gone', state === 'given-up', new Date(now.getTime() - PATIENCE_MS)],
  );
  await manager.query(
    `DELETE FROM webhook_delivery WHERE organisation_id = $1 AND webhook_id = $2 AND state <> 'waiting' AND occurred_at < $3`,
    [organisationId, webhookId, new Date(now.getTime() - KEPT_MS)],
  );
}
