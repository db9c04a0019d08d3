import type { WebhookEvent } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** What a message tells: identifiers and names, never a figure, nothing of a person. */
export type EventFacts = { month: string } | { channelId: string; channelName: string; network: string };

/**
 * Writes a message for every address that wants to be told, in the transaction of what it tells: both stand, or neither, and whoever dies
 * afterwards leaves the message to the next sweep. For the organisation of that transaction.
 */
export async function announce(manager: EntityManager, event: WebhookEvent, { facts, now }: { facts: EventFacts; now: Date }): Promise<void> {
  await manager.query(
    `INSERT INTO webhook_delivery (organisation_id, id, webhook_id, event, facts, occurred_at, next_at)
     SELECT organisation_id, gen_random_uuid(), id, $1, $2, $3, $3 FROM webhook
     WHERE organisation_id = current_setting('app.organisation_id')::uuid AND disabled_at IS NULL AND $1 = ANY(events)`,
    [event, JSON.stringify(facts), now],
  );
}
