import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { addDays, localDay } from '@portee/shared';
import type { ChannelKey } from '../channels/credentials.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Connectors } from '../networks/connectors.js';
import type { ChannelAccess, NetworkConnector, ReadingPage } from '../networks/core/network-connector.js';
import { NetworkError } from '../networks/core/network-error.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { readKnownPosts } from '../posts/known-posts.query.js';
import { isDue } from './age-steps.js';
import { beginRun, readingWindow, type RunInHand, STAGES } from './begin-run.js';
import { ChannelAccessService, AccessProblem } from './channel-access.service.js';
import { endRun, failRun, putDown, type Failure } from './end-run.js';
import { HandedOver } from './in-hand.js';
import { keepPage } from './keep-page.js';
import type { AfterFailure } from './retry-policy.js';
import { TroubleWarnings } from './trouble-warnings.service.js';

/** How a collection of one channel ended. */
export type CollectOutcome =
  | { state: 'done'; runId: string; nextDueAt: Date }
  | { state: 'failed'; runId: string; reason: Failure['reason']; after: AfterFailure }
  | { state: 'waiting'; until: Date }
  | { state: 'stopped' | 'nothing' };

/** Series of days move for a while after the day: so many days before the last collection are read again. */
const DAYS_AGAIN = 10;
/** The program leaves ten seconds after it was asked to: a network that is slow is not waited for so long. */
const HANG_UP_MS = 4_000;

/** What one collection works with, once its access is open. */
interface Work {
  run: RunInHand;
  connector: NetworkConnector;
  access: ChannelAccess;
}

/**
 * Collects one channel: its own figures, then its posts newest first, then known posts that are due and were not met. Each page is
 * written with its cursor in one transaction, so that whatever is killed goes on where it was.
 */
@Injectable()
export class CollectChannel implements BeforeApplicationShutdown {
  private readonly logger = new Logger(CollectChannel.name);
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly connectors: Connectors,
    private readonly accesses: ChannelAccessService,
    private readonly warnings: TroubleWarnings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param isAsked  somebody asked for it: collect even when it is not due */
  async run(key: ChannelKey, { isAsked = false } = {}): Promise<CollectOutcome> {
    if (this.stopping.signal.aborted) return { state: 'stopped' };
    const running = this.collect(key, isAsked);
    this.underWay.add(running);
    return running.finally(() => this.underWay.delete(running));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.putDownAll();
  }

  /** The page in hand is written where its answers come soon, and no other begun: what is left goes on at the next start. */
  async putDownAll(): Promise<void> {
    this.stopping.abort();
    const cut = setTimeout(() => void this.connectors.hangUp(), HANG_UP_MS);
    await Promise.allSettled(this.underWay);
    clearTimeout(cut);
  }

  private async collect(key: ChannelKey, isAsked: boolean): Promise<CollectOutcome> {
    const begun = await this.transaction.run(key.organisationId, (manager) => beginRun(manager, key, { now: this.clock(), isAsked }));
    if (begun.kind === 'wait') return { state: 'waiting', until: begun.until };
    if (begun.kind === 'nothing') return { state: 'nothing' };
    const { run } = begun;
    try {
      await this.readAll(run);
      const nextDueAt = await this.transaction.run(run.organisationId, (manager) => endRun(manager, run, this.clock()));
      return { state: 'done', runId: run.id, nextDueAt };
    } catch (error) {
      return this.stopShort(run, error);
    }
  }

  private async readAll(run: RunInHand): Promise<void> {
    const connector = this.connectors.of(run.channel.network);
    if (connector === null) throw new AccessProblem('fault');
    const work: Work = { run, connector, access: await this.accesses.open(run, connector) };
    for (const stage of STAGES.slice(STAGES.indexOf(run.stage))) {
      if (run.stage !== stage) Object.assign(run, { stage, cursor: null });
      await this.readStage(work);
    }
  }

  /** An access that dies in the middle is renewed, once, and the stage goes on at its cursor. */
  private async readStage(work: Work): Promise<void> {
    try {
      await this.readPages(work);
    } catch (error) {
      const mayRenew = error instanceof NetworkError && error.reason === 'access-expired' && work.connector.renew !== undefined;
      if (!mayRenew) throw error;
      work.access = await this.accesses.renew(work.run.channel, work);
      await this.readPages(work);
    }
  }

  private async readPages(work: Work): Promise<void> {
    const { run } = work;
    const { isWanted, pages } = await this.pagesOf(work);
    let before = performance.now();
    for await (const page of pages) {
      run.cursor = page.cursor;
      const busyMs = performance.now() - before;
      const waitUntil = await this.transaction.run(run.organisationId, (manager) => keepPage(manager, run, { page, posts: page.posts.filter(isWanted), now: this.clock(), busyMs }));
      if (page.memory !== undefined) work.access = { ...work.access, memory: page.memory };
      this.stopping.signal.throwIfAborted();
      const retryAt = page.pauseUntil ?? waitUntil;
      if (retryAt) throw new NetworkError('rate-limited', 'close to the limit, or another collection was told to wait', { retryAt, waits: 'channel' });
      before = performance.now();
    }
  }

  private async pagesOf({ run, connector, access }: Work): Promise<{ isWanted: (post: { externalId: string; publishedAt: Date }) => boolean; pages: AsyncGenerator<ReadingPage> }> {
    const now = this.clock();
    if (run.stage === 'channel') return { isWanted: () => true, pages: connector.readChannel(access, { sinceDay: this.sinceDay(run, now), cursor: run.cursor }) };
    const since = run.kind === 'first' && run.stage === 'posts' ? null : new Date(Math.min(run.since.getTime(), readingWindow(run.collection, now).getTime()));
    const known = await this.transaction.run(run.organisationId, (manager) => readKnownPosts(manager, { organisationId: run.organisationId, channelId: run.channel.id }, since));
    const readAt = new Map(known.map((post) => [post.externalId, post.readAt]));
    const isPostDue = ({ externalId, publishedAt }: { externalId: string; publishedAt: Date }) => isDue({ publishedAt, readAt: readAt.get(externalId) ?? null }, run.collection.ageStepsHours, now);
    if (run.stage === 'posts') return { isWanted: isPostDue, pages: connector.listPosts(access, { since: run.since, isDue: isPostDue, cursor: run.cursor }) };
    return { isWanted: () => true, pages: connector.readPosts(access, known.filter(isPostDue)) };
  }

  private sinceDay({ kind, since, channel, lastBegan }: RunInHand, now: Date): string {
    const from = kind === 'first' || lastBegan === null ? since : lastBegan;
    return addDays(localDay(from < now ? from : now, channel.timeZone), kind === 'first' ? 0 : -DAYS_AGAIN);
  }

  private async stopShort(run: RunInHand, error: unknown): Promise<CollectOutcome> {
    if (error instanceof HandedOver) return { state: 'nothing' };
    try {
      return await this.record(run, error);
    } catch (cause) {
      if (cause instanceof HandedOver) return { state: 'nothing' };
      throw cause;
    }
  }

  private async record(run: RunInHand, error: unknown): Promise<CollectOutcome> {
    if (this.stopping.signal.aborted) {
      await this.transaction.run(run.organisationId, (manager) => putDown(manager, run));
      return { state: 'stopped' };
    }
    const failure = failureOf(error);
    if (failure.reason === 'fault') this.logger.error({ err: error, channelId: run.channel.id, network: run.channel.network }, 'a collection stopped by a fault of ours');
    const after = await this.transaction.run(run.organisationId, async (manager) => {
      const now = this.clock();
      const made = await failRun(manager, run, { failure, now });
      if (made.kind === 'reconnect') await this.warnings.warn(manager, run.channel, now);
      return made;
    });
    if (after.kind === 'wait') return { state: 'waiting', until: after.until };
    return { state: 'failed', runId: run.id, reason: failure.reason, after };
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof NetworkError) return { reason: error.reason, error };
  return { reason: error instanceof AccessProblem ? error.reason : 'fault', error: null };
}
