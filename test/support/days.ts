import type { Collection, IngestionRun } from '@portee/shared';
import { expect, vi } from 'vitest';
import { IngestScheduler } from '../../apps/api/src/ingest/ingest.scheduler.js';
import type { PlayedClock } from './collecting.js';
import type { TestPortee } from './portee.js';
import type { Member } from './visitor.js';

const DAY_MS = 86_400_000;
const SOON = { timeout: 30_000, interval: 50 };

export interface Life { portee: TestPortee; visitor: Member; clock: PlayedClock }

/** The days of an organisation whose channels are collected by the running program, on a clock that a test moves. */
export class Days {
  constructor(private readonly life: Life) {}

  collections(): Promise<Collection[]> {
    return this.read('/collections');
  }

  /** Of one channel; the only one's where none is named. */
  async collection(channelId?: string): Promise<Collection> {
    const found = (await this.collections()).find((one) => channelId === undefined || one.channelId === channelId);
    if (found === undefined) throw new Error('no such channel');
    return found;
  }

  /** Newest first. */
  runs(channelId: string): Promise<IngestionRun[]> {
    return this.read(`/channels/${channelId}/runs?limit=200`);
  }

  /** Waits until a channel is as said. */
  async becomes(channelId: string | undefined, expected: Partial<Collection>): Promise<Collection> {
    return vi.waitFor(async () => {
      const found = await this.collection(channelId);
      expect(found).toMatchObject(expected);
      return found;
    }, SOON);
  }

  /** As the days go by: whenever the channel is due, until it is no more connected. */
  async live(channelId: string, days: number): Promise<void> {
    const { clock } = this.life;
    const until = new Date(clock.at.getTime() + days * DAY_MS);
    while (clock.at < until) {
      const { nextDueAt } = await this.collection(channelId);
      if (nextDueAt === null || new Date(nextDueAt) >= until) {
        clock.at = until;
        return;
      }
      clock.at = new Date(Math.max(clock.at.getTime(), new Date(nextDueAt).getTime()));
      await this.collectNow(channelId);
    }
  }

  private async collectNow(channelId: string): Promise<void> {
    const [before] = await this.runs(channelId);
    await vi.waitFor(async () => {
      // A job of before may still be leaving the queue: then the claim ends, by the played clock too, and the next sweep adds it.
      this.life.clock.pass(1 / 50);
      await this.life.portee.running.app.get(IngestScheduler, { strict: false }).sweep();
      const [newest] = await this.runs(channelId);
      expect(newest?.id !== before?.id && newest?.state !== 'running').toBe(true);
    }, SOON);
  }

  private read<T>(path: string): Promise<T> {
    return this.life.visitor.json<T>('GET', `/api/v1/organisations/${this.life.visitor.slug}${path}`);
  }
}
