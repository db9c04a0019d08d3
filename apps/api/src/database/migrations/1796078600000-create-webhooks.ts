import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** Addresses of other programs that are told when something happens, and what was sent to each. */
export class CreateWebhooks1796078600000 implements MigrationInterface {
  name = 'CreateWebhooks1796078600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        url text NOT NULL CHECK (length(url) <= 2000),
        events text[] NOT NULL CHECK (cardinality(events) > 0),
        key_id uuid NOT NULL REFERENCES encryption_key,
        sealed bytea NOT NULL,
        former_key_id uuid REFERENCES encryption_key,
        former_sealed bytea,
        former_until timestamptz,
        created_at timestamptz NOT NULL,
        failing_since timestamptz,
        disabled_at timestamptz,
        PRIMARY KEY (organisation_id, id),
        CHECK ((former_key_id IS NULL) = (former_sealed IS NULL) AND (former_sealed IS NULL) = (former_until IS NULL))
      )`);
    await runner.query(`
      CREATE TABLE webhook_delivery (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        webhook_id uuid NOT NULL,
        event text NOT NULL,
        facts jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'given-up')),
        next_at timestamptz NOT NULL,
        claimed_until timestamptz,
        tries smallint NOT NULL DEFAULT 0,
        attempts jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, webhook_id) REFERENCES webhook ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN webhook_delivery.facts IS 'identifiers and names that the message holds: no figure, nothing of a person'`);
    await runner.query('CREATE INDEX webhook_delivery_webhook ON webhook_delivery (organisation_id, webhook_id, occurred_at)');
    await runner.query(`CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE state = 'waiting'`);
    for (const table of ['webhook', 'webhook_delivery']) await protectTenantTable(runner, table);
    await openToLookUps(runner, 'webhook_delivery');
    await createLookUp(runner, {
      signature: 'webhook_deliveries_due(at timestamptz, most integer)',
      returns: 'TABLE (organisation_id uuid, delivery_id uuid)',
      body: `RETURN QUERY SELECT d.organisation_id, d.id FROM webhook_delivery d
         WHERE d.state = 'waiting' AND d.next_at <= at AND (d.claimed_until IS NULL OR d.claimed_until <= at) ORDER BY d.next_at, d.id LIMIT most;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION webhook_deliveries_due');
    for (const table of ['webhook_delivery', 'webhook']) await runner.query(`DROP TABLE ${table}`);
  }
}
