import { Inject, Injectable } from '@nestjs/common';
import type { CreateWebhook, NewWebhook, UpdateWebhook, WebhookDelivery, WebhookView } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { PostMessage } from './post-message.js';
import { newWebhookSecret } from './sign-message.js';
import { WebhookError } from './webhook-error.js';
import { type WebhookKey, WebhookSecrets } from './webhook-secrets.js';

const MAX_WEBHOOKS = 10;
const SHOWN_DELIVERIES = 50;
/** While a secret is being replaced, messages are signed with the one before as well. */
const FORMER_MS = 24 * 3_600_000;

const VIEW = `id, url, events, created_at AS "createdAt", failing_since AS "failingSince", disabled_at AS "disabledAt", CASE WHEN former_until > $2 THEN former_until END AS "formerSecretUntil"`;

type WebhookRow = { [Key in keyof WebhookView]: Key extends `${string}At` | 'failingSince' | 'formerSecretUntil' ? Date | null : WebhookView[Key] };

/** Addresses of other programs that are told when something happens. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly secrets: WebhookSecrets,
    private readonly postMessage: PostMessage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(organisationId: string): Promise<WebhookView[]> {
    return this.transaction.run(organisationId, async (manager) =>
      (await manager.query<WebhookRow[]>(`SELECT ${VIEW} FROM webhook WHERE organisation_id = $1 ORDER BY created_at, id`, [organisationId, this.clock()])).map(toView));
  }

  /** @returns the secret too, which nobody can read again later @throws WebhookError webhook-limit, webhook-address-refused */
  create(organisationId: string, { url, events }: CreateWebhook): Promise<NewWebhook> {
    this.checkAddress(url);
    return this.transaction.run(organisationId, async (manager) => {
      const [counted] = await manager.query<{ count: number }[]>('SELECT count(*)::int AS count FROM webhook WHERE organisation_id = $1', [organisationId]);
      if ((counted?.count ?? 0) >= MAX_WEBHOOKS) throw new WebhookError('webhook-limit', { most: MAX_WEBHOOKS });
      const key = { organisationId, webhookId: newId() };
      const secret = newWebhookSecret();
      const { keyId, sealed } = await this.secrets.seal(manager, key, secret);
      await manager.query('INSERT INTO webhook (organisation_id, id, url, events, key_id, sealed, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [organisationId, key.webhookId, url, [...new Set(events)], keyId, sealed, this.clock()]);
      await recordAct(manager, 'webhook-created', { subject: new URL(url).host });
      return { ...(await this.one(manager, key)), secret };
    });
  }

  /** @throws WebhookError webhook-not-found, webhook-address-refused */
  update(key: WebhookKey, { url, events, isEnabled }: UpdateWebhook): Promise<WebhookView> {
    if (url !== undefined) this.checkAddress(url);
    return this.transaction.run(key.organisationId, async (manager) => {
      await this.one(manager, key);
      await manager.query(
        `UPDATE webhook SET url = coalesce($3, url), events = coalesce($4, events),
           failing_since = CASE WHEN $5 THEN NULL ELSE failing_since END, disabled_at = CASE WHEN $5 THEN NULL WHEN $6 THEN coalesce(disabled_at, $7) ELSE disabled_at END
         WHERE organisation_id = $1 AND id = $2`,
        [key.organisationId, key.webhookId, url ?? null, events === undefined ? null : [...new Set(events)], isEnabled === true, isEnabled === false, this.clock()],
      );
      const changed = await this.one(manager, key);
      await recordAct(manager, 'webhook-changed', { subject: new URL(changed.url).host });
      return changed;
    });
  }

  /** Its messages go with it. @throws WebhookError webhook-not-found */
  remove(key: WebhookKey): Promise<void> {
    return this.transaction.run(key.organisationId, async (manager) => {
      const { url } = await this.one(manager, key);
      await manager.query('DELETE FROM webhook WHERE organisation_id = $1 AND id = $2', [key.organisationId, key.webhookId]);
      await recordAct(manager, 'webhook-removed', { subject: new URL(url).host });
    });
  }

  /** Another secret; the one before signs besides it for a day. @throws WebhookError webhook-not-found */
  renewSecret(key: WebhookKey): Promise<NewWebhook> {
    return this.transaction.run(key.organisationId, async (manager) => {
      await this.one(manager, key);
      const secret = newWebhookSecret();
      const { keyId, sealed } = await this.secrets.seal(manager, key, secret);
      await manager.query(
        'UPDATE webhook SET former_key_id = key_id, former_sealed = sealed, former_until = $5, key_id = $3, sealed = $4 WHERE organisation_id = $1 AND id = $2',
        [key.organisationId, key.webhookId, keyId, sealed, new Date(this.clock().getTime() + FORMER_MS)],
      );
      const renewed = await this.one(manager, key);
      await recordAct(manager, 'webhook-changed', { subject: new URL(renewed.url).host });
      return { ...renewed, secret };
    });
  }

  /** Its last messages, latest first. @throws WebhookError webhook-not-found */
  deliveries(key: WebhookKey): Promise<WebhookDelivery[]> {
    return this.transaction.run(key.organisationId, async (manager) => {
      await this.one(manager, key);
      return readDeliveries(manager, key);
    });
  }

  /** A message that only tries whether it arrives. @throws WebhookError webhook-not-found */
  test(key: WebhookKey): Promise<WebhookDelivery> {
    return this.transaction.run(key.organisationId, async (manager) => {
      await this.one(manager, key);
      const id = newId();
      await manager.query(`INSERT INTO webhook_delivery (organisation_id, id, webhook_id, event, facts, occurred_at, next_at) VALUES ($1, $2, $3, 'test', '{}', $4, $4)`, [key.organisationId, id, key.webhookId, this.clock()]);
      return this.oneDelivery(manager, key, id);
    });
  }

  /** Sends a message again that is done with, under the same `webhook-id`. @throws WebhookError webhook-not-found, delivery-not-found */
  again(key: WebhookKey, deliveryId: string): Promise<WebhookDelivery> {
    return this.transaction.run(key.organisationId, async (manager) => {
      await manager.query(
        `UPDATE webhook_delivery SET state = 'waiting', tries = 0, next_at = $4 WHERE organisation_id = $1 AND webhook_id = $2 AND id = $3 AND claimed_until IS NULL`,
        [key.organisationId, key.webhookId, deliveryId, this.clock()],
      );
      return this.oneDelivery(manager, key, deliveryId);
    });
  }

  private async one(manager: EntityManager, { organisationId, webhookId }: WebhookKey): Promise<WebhookView> {
    const [row] = await manager.query<WebhookRow[]>(`SELECT ${VIEW} FROM webhook WHERE organisation_id = $1 AND id = $3 FOR UPDATE`, [organisationId, this.clock(), webhookId]);
    if (row === undefined) throw new WebhookError('webhook-not-found');
    return toView(row);
  }

  private async oneDelivery(manager: EntityManager, key: WebhookKey, id: string): Promise<WebhookDelivery> {
    const found = (await readDeliveries(manager, key, id)).at(0);
    if (found === undefined) throw new WebhookError('delivery-not-found');
    return found;
  }

  private checkAddress(url: string): void {
    if (!this.postMessage.allows(url)) throw new WebhookError('webhook-address-refused');
  }
}

async function readDeliveries(manager: EntityManager, { organisationId, webhookId }: WebhookKey, id: string | null = null): Promise<WebhookDelivery[]> {
  const rows = await manager.query<(Omit<WebhookDelivery, 'occurredAt' | 'nextAt'> & { occurredAt: Date; nextAt: Date | null })[]>(
    `SELECT id, event, occurred_at AS "occurredAt", state, CASE WHEN state = 'waiting' THEN next_at END AS "nextAt", attempts FROM webhook_delivery
     WHERE organisation_id = $1 AND webhook_id = $2 AND ($3::uuid IS NULL OR id = $3) ORDER BY occurred_at DESC, id DESC LIMIT ${String(SHOWN_DELIVERIES)}`,
    [organisationId, webhookId, id],
  );
  return rows.map(({ occurredAt, nextAt, ...rest }) => ({ ...rest, occurredAt: occurredAt.toISOString(), nextAt: nextAt?.toISOString() ?? null }));
}

function toView({ createdAt, failingSince, disabledAt, formerSecretUntil, ...rest }: WebhookRow): WebhookView {
  const told = (at: Date | null): string | null => at?.toISOString() ?? null;
  return { ...rest, createdAt: told(createdAt) ?? '', failingSince: told(failingSince), disabledAt: told(disabledAt), formerSecretUntil: told(formerSecretUntil) };
}
