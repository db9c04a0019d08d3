import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { Sweep } from '../operations/sweep.js';
import { claimDelivery, type DeliveryKey, settleDelivery } from './delivery-state.js';
import { messageBody } from './message-body.js';
import { PostMessage } from './post-message.js';
import { signMessage } from './sign-message.js';
import { WebhookSecrets } from './webhook-secrets.js';

const AFTER_START_MS = 2_000;
const SWEEP_MS = 5_000;
/** Sent at once: one that is slow to answer makes few others wait. */
const AT_ONCE = 8;

/** Sends messages as they come due. In every worker: each takes in hand what no other has. */
@Injectable()
export class DeliverMessages extends Sweep {
  private readonly logger = new Logger(DeliverMessages.name);

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly secrets: WebhookSecrets,
    private readonly postMessage: PostMessage,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  @Timeout(AFTER_START_MS)
  sweepSoon(): Promise<void> {
    return this.sweep();
  }

  @Interval(SWEEP_MS)
  sweep(): Promise<void> {
    return this.sweepNow();
  }

  /** What is due now, and no more: those that fail are due later. */
  protected async sweepOnce(): Promise<void> {
    const due: DeliveryKey[] = await this.transaction.lookUp((manager) =>
      manager.query('SELECT organisation_id AS "organisationId", delivery_id AS "deliveryId" FROM webhook_deliveries_due($1, 200)', [this.clock()]));
    for (let first = 0; first < due.length && !this.isStopping; first += AT_ONCE) await Promise.all(due.slice(first, first + AT_ONCE).map((key) => this.deliver(key)));
  }

  /** One that breaks never stops the others: its claim runs out, and it is tried again. */
  private async deliver(key: DeliveryKey): Promise<void> {
    try {
      await this.deliverOne(key);
    } catch (error) {
      this.logger.error({ ...key, err: error }, 'a message could not be sent');
    }
  }

  private async deliverOne(key: DeliveryKey): Promise<void> {
    const sentAt = this.clock();
    const taken = await this.transaction.run(key.organisationId, async (manager) => {
      const claim = await claimDelivery(manager, key, sentAt);
      return claim === null ? null : { claim, secrets: await this.secrets.holding(manager, { organisationId: key.organisationId, webhookId: claim.webhookId }, sentAt) };
    });
    if (taken === null) return;
    const { claim, secrets } = taken;
    const body = messageBody(claim, this.environment.publicUrl);
    const posted = await this.postMessage.post(claim.url, { body, headers: signMessage({ id: key.deliveryId, sentAt, body }, secrets) });
    await this.transaction.run(key.organisationId, (manager) => settleDelivery(manager, claim, { posted, now: this.clock() }));
  }
}
