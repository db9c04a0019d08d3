import { Injectable } from '@nestjs/common';
import type { ColumnMapping, DecideImport, ImportView, Locale } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { findChannel, createChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { ColumnMappingMemory } from './column-mapping.entity.js';
import { ImportError } from './import-error.js';
import { dropFile, type ImportKey } from './import-file.js';
import { settleImport } from './import-state.js';
import { toImportView } from './import-view.js';
import { Import } from './import.entity.js';

const LISTED = 50;

/** What people see of imports, and what they answer. */
@Injectable()
export class ImportsService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The last fifty, newest first, without their problems. */
  list(organisationId: string, locale: Locale): Promise<ImportView[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const files = await manager.find(Import, { where: { organisationId }, order: { uploadedAt: 'DESC', id: 'DESC' }, take: LISTED });
      const views: ImportView[] = [];
      for (const file of files) views.push(await toImportView(manager, file, { locale, problems: 0 }));
      return views;
    });
  }

  one(key: ImportKey, asked: { locale: Locale; problems: number }): Promise<ImportView> {
    return this.transaction.run(key.organisationId, async (manager) => toImportView(manager, await find(manager, key), asked));
  }

  /** Says what the columns mean; the file waits to be read again with that, and the mapping is remembered. */
  map(key: ImportKey, organisation: { timeZone: string }, mapping: ColumnMapping): Promise<void> {
    return this.transaction.run(key.organisationId, async (manager) => {
      await holdLedger(manager, key.organisationId);
      const file = await findInState(manager, key, ['needs-mapping']);
      const channelId = await channelOf(manager, { id: key.organisationId, timeZone: organisation.timeZone }, { mapping, importId: key.id });
      await settleImport(manager, key, { state: 'waiting', mapping, channelId, fileTimeZone: mapping.timeZone, attempts: 0 });
      if (file.fingerprint !== null) {
        await manager.upsert(ColumnMappingMemory, { organisationId: key.organisationId, fingerprint: file.fingerprint, mapping, usedAt: new Date() }, ['organisationId', 'fingerprint']);
      }
    });
  }

  /** Applies the file without its refused lines, or gives it up. */
  decide(key: ImportKey, { decision }: DecideImport): Promise<void> {
    return this.transaction.run(key.organisationId, async (manager) => {
      await findInState(manager, key, ['needs-decision', 'needs-mapping']);
      if (decision === 'without-rejected') return settleImport(manager, key, { state: 'waiting', skipRejected: true, attempts: 0 });
      await dropFile(manager, key);
      await settleImport(manager, key, { state: 'refused', refusal: { reason: 'refused-by-person', params: {} }, preview: null });
    });
  }
}

async function find(manager: EntityManager, key: ImportKey): Promise<Import> {
  const file = await manager.findOneBy(Import, { ...key });
  if (!file) throw new ImportError('import-not-found');
  return file;
}

async function findInState(manager: EntityManager, key: ImportKey, states: readonly ImportView['state'][]): Promise<Import> {
  const file = await manager.findOne(Import, { where: { ...key }, lock: { mode: 'pessimistic_write' } });
  if (!file) throw new ImportError('import-not-found');
  if (!states.includes(file.state)) throw new ImportError('import-not-waiting-for-this', { state: file.state });
  return file;
}

async function channelOf(manager: EntityManager, organisation: { id: string; timeZone: string }, asked: { mapping: ColumnMapping; importId: string }): Promise<string> {
  const { channelId, newChannel } = asked.mapping;
  if (channelId !== undefined) return (await findChannel(manager, organisation.id, channelId)).id;
  if (newChannel === undefined) throw new ImportError('field-unreadable', { field: 'newChannel' });
  return createChannel(manager, organisation, { ...newChannel, originId: asked.importId });
}
