import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, request } from 'undici';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { AddressGuard } from '../networks/core/address-guard.js';
import { NetworkError } from '../networks/core/network-error.js';

const TIME_LIMIT_MS = 10_000;
/** What it answers besides its status interests nobody. */
const MAX_ANSWER_BYTES = 16 * 1024;
const GONE = 410;

/** How a try went. */
export interface Posted {
  status: number | null;
  /** Null: it was taken. */
  reason: 'answered-otherwise' | 'redirects' | 'timed-out' | 'unreachable' | 'address-refused' | 'gone' | null;
}

/** The one way out for messages: to what the address guard allows, never on to where an answer points, bounded in time and size. */
@Injectable()
export class PostMessage implements OnApplicationShutdown {
  private readonly guard: AddressGuard;
  private readonly agent: Agent;

  constructor(@Inject(ENVIRONMENT) { allowPrivateAddresses }: Environment) {
    this.guard = new AddressGuard(allowPrivateAddresses);
    this.agent = new Agent({ connect: { lookup: this.guard.lookup, timeout: TIME_LIMIT_MS } });
  }

  /** Whether an address may be sent to, as far as it tells by itself; where its name leads is looked at when it is sent to. */
  allows(url: string): boolean {
    try {
      this.guard.check(new URL(url));
      return true;
    } catch {
      return false;
    }
  }

  async post(url: string, { headers, body }: { headers: Record<string, string>; body: string }): Promise<Posted> {
    if (!this.allows(url)) return { status: null, reason: 'address-refused' };
    try {
      const answer = await request(url, {
        method: 'POST', dispatcher: this.agent, body, signal: AbortSignal.timeout(TIME_LIMIT_MS), headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Portee' },
      });
      await answer.body.dump({ limit: MAX_ANSWER_BYTES }).catch(() => undefined);
      return { status: answer.statusCode, reason: reasonOfStatus(answer.statusCode) };
    } catch (error) {
      return { status: null, reason: reasonOfFailure(error) };
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.agent.destroy();
  }
}

function reasonOfStatus(status: number): Posted['reason'] {
  if (status >= 200 && status < 300) return null;
  if (status === GONE) return 'gone';
  return status >= 300 && status < 400 ? 'redirects' : 'answered-otherwise';
}

function reasonOfFailure(error: unknown): Posted['reason'] {
  if (error instanceof NetworkError) return 'address-refused';
  if (!(error instanceof Error)) return 'unreachable';
  return /timeout/i.test(error.name) ? 'timed-out' : 'unreachable';
}
