import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { ColumnMapping } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../accounts/organisation.entity.js';
import { Channel } from '../channels/channel.entity.js';
import { cancelOnStop } from '../database/cancel-on-stop.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { ImportFormat } from '../networks/core/export-reader.js';
import { writeReadings, type WriteOutcome } from '../posts/write-readings.js';
import { ColumnMappingMemory } from './column-mapping.entity.js';
import { claimImport, noteProgress, putBack, settleImport } from './import-state.js';
import { FileRefused } from './file-refusal.js';
import { dropFile, type ImportKey, readFile } from './import-file.js';
import type { Import } from './import.entity.js';
import { openExport, type OpenedExport } from './open-export.js';
import { storeProblems } from './problem-list.js';
import { daysOf, postsOf, RowTally, untilStopped } from './read-rows.js';
import { resolveChannels, UnresolvedFile } from './resolve-channels.js';

/** Thrown inside the transaction so that nothing of a file with refused lines stays. */
class NeedsDecision extends Error {}

const ONE_CHANNEL_FORMATS: ReadonlySet<ImportFormat> = new Set(['facebook-posts', 'instagram-posts', 'meta-per-day', 'mapped']);
const DAY_FORMATS: ReadonlySet<ImportFormat> = new Set(['portee-channels', 'meta-per-day']);

/** Reads a waiting file and applies it, whole or not at all, in one transaction. */
@Injectable()
export class ApplyImport implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private underWay: Promise<void> = Promise.resolve();

  constructor(private readonly transaction: TenantTransaction) {}

  /** Does nothing when the import is not waiting, or another process has it in hand. An unforeseen error leaves it waiting, to be tried again. */
  run(key: ImportKey): Promise<void> {
    const running = this.applyClaimed(key);
    this.underWay = running.catch(() => undefined);
    return running;
  }

  /** Gives up what is being read, so that it waits for the next process: stopping does not wait for a long file, and a file does not fail by it. */
  beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    return this.underWay;
  }

  private async applyClaimed(key: ImportKey): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const claimed = await claimImport(this.transaction, key);
    if (!claimed) return;
    try {
      await this.read(claimed);
    } catch (error) {
      if (this.stopping.signal.aborted) return await putBack(this.transaction, key);
      await this.transaction.run(key.organisationId, (manager) => settleImport(manager, key, { state: 'waiting' }));
      throw error;
    }
  }

  private async read(file: Import): Promise<void> {
    const opened = await orStopped(this.open(file), this.stopping.signal);
    if (opened.kind === 'refused') return this.refuse(file, opened);
    if (opened.kind === 'needs-mapping') return this.askMapping(file, opened);
    await this.apply(file, opened);
  }

  private async open(file: Import): Promise<OpenedExport> {
    const chosen = file.channelId === null ? null : await this.transaction.run(file.organisationId, (manager) => manager.findOneBy(Channel, { organisationId: file.organisationId, id: file.channelId ?? '' }));
    return openExport(readFile(this.transaction, file), {
      observedAt: file.observedAt,
      fileBytes: file.fileBytes,
      chosen: chosen && { network: chosen.network, externalId: chosen.externalId, name: chosen.name },
      fileTimeZone: file.fileTimeZone,
      mapping: file.mapping ?? null,
      mappedNetwork: chosen?.network ?? file.mapping?.newChannel?.network ?? null,
    });
  }

  private async apply(file: Import, opened: Extract<OpenedExport, { kind: 'readable' }>): Promise<void> {
    const tally = new RowTally();
    const stop = noteProgress(this.transaction, file, () => ({ rowsRead: tally.read, bytesRead: opened.bytesRead() }));
    try {
      await this.transaction.run(file.organisationId, (manager) => cancelOnStop(manager, this.stopping.signal, () => this.write(manager, { file, opened, tally })));
    } catch (error) {
      if (error instanceof NeedsDecision) return await this.askDecision(file, { opened, tally });
      if (error instanceof UnresolvedFile) return await this.refuse(file, { reason: error.reason, params: error.params });
      if (error instanceof FileRefused) return await this.refuse(file, error.refusal);
      throw error;
    } finally {
      await stop();
    }
  }

  private async write(manager: EntityManager, work: { file: Import; opened: Extract<OpenedExport, { kind: 'readable' }>; tally: RowTally }): Promise<void> {
    const { file, opened, tally } = work;
    const organisation = await manager.findOneByOrFail(Organisation, { id: file.organisationId });
    const found: { channelIds: string[]; created: number; adoptedChannelId: string | null } = { channelIds: [], created: 0, adoptedChannelId: null };
    const rows = untilStopped(opened.rows, this.stopping.signal);
    const outcome = await writeReadings(manager, {
      origin: { organisationId: file.organisationId, originId: file.id, source: 'file', remembersReplaced: true },
      observedAt: file.observedAt,
      ...(DAY_FORMATS.has(opened.format) ? { days: daysOf(rows, tally) } : { posts: postsOf(rows, tally) }),
      channels: async () => {
        const seen = tally.channels.all();
        if (seen.length === 0) throw tally.rejected > 0 && !file.skipRejected ? new NeedsDecision() : new UnresolvedFile('nothing-left');
        const resolved = await resolveChannels(manager, { organisation, importId: file.id, seen, chosenId: file.channelId, oneChannel: ONE_CHANNEL_FORMATS.has(opened.format) });
        for (const { rows, lines, channel } of resolved.leftOut) tally.leaveOut(rows, lines, channel.name ?? channel.externalId ?? '');
        if (tally.rejected > 0 && !file.skipRejected) throw new NeedsDecision();
        found.channelIds = [...new Set([...resolved.channels.values()].map(({ id }) => id))];
        found.created = resolved.created;
        found.adoptedChannelId = resolved.adoptedChannelId;
        return resolved.channels;
      },
    });
    await this.settleApplied(manager, { ...work, outcome: { ...outcome, channelsNew: found.created }, found });
  }

  private async settleApplied(
    manager: EntityManager,
    done: { file: Import; opened: Extract<OpenedExport, { kind: 'readable' }>; tally: RowTally; outcome: WriteOutcome & { channelsNew: number }; found: { channelIds: string[]; adoptedChannelId: string | null } },
  ): Promise<void> {
    const { file, tally, opened } = done;
    await settleImport(manager, file, {
      state: 'applied', format: opened.format, fileTimeZone: opened.fileTimeZone, appliedAt: new Date(), outcome: done.outcome,
      channelIds: done.found.channelIds, adoptedChannelId: done.found.adoptedChannelId, preview: null, ...counts(tally),
    });
    await storeProblems(manager, file, tally.problems.kept());
    await dropFile(manager, file);
  }

  private askDecision(file: Import, read: { opened: Extract<OpenedExport, { kind: 'readable' }>; tally: RowTally }): Promise<void> {
    const { opened, tally } = read;
    return this.transaction.run(file.organisationId, async (manager) => {
      await settleImport(manager, file, { state: 'needs-decision', format: opened.format, fileTimeZone: opened.fileTimeZone, ...counts(tally) });
      await storeProblems(manager, file, tally.problems.kept());
    });
  }

  /** A mapping remembered for this kind of file is proposed, not applied unseen. */
  private askMapping(file: Import, asked: Extract<OpenedExport, { kind: 'needs-mapping' }>): Promise<void> {
    return this.transaction.run(file.organisationId, async (manager) => {
      const memory = await manager.findOneBy(ColumnMappingMemory, { organisationId: file.organisationId, fingerprint: asked.fingerprint });
      const remembered: ColumnMapping | undefined = memory?.mapping;
      const preview = { ...asked.preview, guesses: remembered?.columns ?? asked.guesses, remembered: remembered !== undefined };
      await settleImport(manager, file, { state: 'needs-mapping', format: 'mapped', fingerprint: asked.fingerprint, preview });
    });
  }

  private refuse(key: ImportKey, refusal: { reason: string; params: Record<string, string | number> }): Promise<void> {
    return this.transaction.run(key.organisationId, async (manager) => {
      await settleImport(manager, key, { state: 'refused', refusal: { reason: refusal.reason, params: refusal.params } });
      await dropFile(manager, key);
    });
  }
}

/** The work's outcome, or the signal's error as soon as it comes: a workbook may be under way for a minute. */
function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => { reject(signal.reason); };
    signal.addEventListener('abort', giveUp, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function counts(tally: RowTally): Pick<Import, 'rowsRead' | 'rowsAccepted' | 'rowsRejected' | 'problemsTotal'> {
  return { rowsRead: tally.read, rowsAccepted: tally.accepted, rowsRejected: tally.rejected, problemsTotal: tally.problems.total };
}
