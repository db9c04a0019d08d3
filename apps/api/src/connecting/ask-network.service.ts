import { Inject, Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { announceWait, waitsFor, waitUntil } from '../ingest/network-waits.js';
import { afterFailure } from '../ingest/retry-policy.js';
import { Connectors } from '../networks/connectors.js';
import type { TypedSettings } from '../networks/core/connect-flow.js';
import { NetworkError } from '../networks/core/network-error.js';
import { networkOf } from '../networks/registry.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { type Telling, toConnectionError } from './connection-error.js';

/** What is asked of whom, and how what goes wrong is told. */
export interface Asking extends Telling {
  /** As typed, or as the channel keeps them. */
  settings: TypedSettings;
}

/**
 * Asks a network for somebody who connects. What it asked to wait for is obeyed, whoever was told; a wait met here is kept where the
 * workers look, under the same key.
 */
@Injectable()
export class AskNetwork {
  constructor(private readonly transaction: TenantTransaction, private readonly connectors: Connectors, @Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws ConnectionError  network-limited, without asking, where a wait is known */
  async run<T>(asking: Asking, work: () => Promise<T>): Promise<T> {
    try {
      await this.refuseEarly(asking);
      return await work();
    } catch (error) {
      if (error instanceof NetworkError) await this.keepWait(asking, error);
      throw toConnectionError(error, { ...asking, now: this.clock() });
    }
  }

  private async refuseEarly(asking: Asking): Promise<void> {
    const key = this.keyOf(asking);
    const until = key === null ? null : await this.transaction.lookUp((manager) => waitUntil(manager, key, this.clock()));
    if (until) throw new NetworkError('rate-limited', 'asked to wait before', { retryAt: until });
  }

  private async keepWait(asking: Asking, error: NetworkError): Promise<void> {
    const after = afterFailure(error.reason, { failures: 0, now: this.clock(), error });
    if (after.kind !== 'wait' || error.waits === 'channel') return;
    const key = this.keyOf(asking);
    if (key !== null) await this.transaction.together((manager) => announceWait(manager, key, after.until));
  }

  /** null: nothing of the network is ever collected. @throws NetworkError not-found  where no server can be made out */
  private keyOf({ network, settings }: Asking): { network: string; waitsFor: string } | null {
    const { collection } = networkOf(network);
    if (collection === null) return null;
    const address = this.connectors.of(network)?.connecting.serverIn?.(settings);
    return { network, waitsFor: waitsFor(collection, address === undefined ? {} : { address }) };
  }
}
