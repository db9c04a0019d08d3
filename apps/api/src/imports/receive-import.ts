import { Injectable } from '@nestjs/common';
import type { ColumnMapping } from '@portee/shared';
import { type EntityManager, Not } from 'typeorm';
import { v7 as newId } from 'uuid';
import { checkStorageRoom } from '../accounts/organisation-limits.js';
import { ChannelError } from '../channels/channel-error.js';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { findNetwork } from '../networks/registry.js';
import { recordAct } from '../operations/record-act.js';
import { ImportError } from './import-error.js';
import { keepFile, type ImportKey } from './import-file.js';
import { Import } from './import.entity.js';

/** A clock that is wrong by less than this is forgiven. */
const CLOCK_TOLERANCE_MS = 24 * 3_600_000;

/** What a person or a program says about the file it hands in. */
export interface ImportWishes {
  channelId: string | null;
  mapping: ColumnMapping | null;
  timeZone: string | null;
  /** When the file was downloaded; null: not said. */
  observedAt: Date | null;
  skipRejected: boolean;
}

export interface IncomingFile {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Known only once the whole file has been read. */
  wishes(): Promise<ImportWishes>;
}

export interface Sender {
  organisationId: string;
  /** A role, never a person's name. */
  role: string;
  at: Date;
  /** Most bytes accepted. */
  limit: number;
}

/** Takes a file in: bytes and wishes in one transaction, so that a cut connection leaves nothing. */
@Injectable()
export class ReceiveImport {
  constructor(private readonly transaction: TenantTransaction) {}

  run(sender: Sender, file: IncomingFile): Promise<ImportKey> {
    const key = { organisationId: sender.organisationId, id: newId() };
    return this.transaction.run(key.organisationId, async (manager) => {
      await manager.insert(Import, {
        ...key, state: 'waiting', fileName: file.name.slice(0, 255), fileBytes: 0, fileSha256: Buffer.alloc(0),
        uploadedAt: sender.at, uploadedBy: sender.role, observedAt: sender.at,
      });
      const { size, sha256 } = await keepFile(manager, key, { bytes: file.bytes, limit: sender.limit });
      await checkStorageRoom(manager, key.organisationId);
      const wishes = await file.wishes();
      const channelId = wishes.channelId ?? wishes.mapping?.channelId ?? null;
      if (channelId !== null) await findChannel(manager, key.organisationId, channelId);
      const network = wishes.mapping?.newChannel?.network;
      if (network !== undefined && findNetwork(network) === null) throw new ChannelError('unknown-network', { network });
      await manager.update(Import, key, {
        fileBytes: size, fileSha256: sha256, channelId, mapping: wishes.mapping,
        fileTimeZone: wishes.timeZone, skipRejected: wishes.skipRejected, observedAt: await observedAt(manager, key, { sha256, wished: wishes.observedAt, now: sender.at }),
      });
      await recordAct(manager, 'file-received', { subject: file.name });
      return key;
    });
  }
}

/** The same bytes are as old as the first time they came, unless somebody says otherwise. */
async function observedAt(manager: EntityManager, key: ImportKey, file: { sha256: Buffer; wished: Date | null; now: Date }): Promise<Date> {
  if (file.wished !== null) {
    if (file.wished.getTime() > file.now.getTime() + CLOCK_TOLERANCE_MS) throw new ImportError('observed-in-future', { observedAt: file.wished.toISOString() });
    return new Date(Math.min(file.wished.getTime(), file.now.getTime()));
  }
  const earlier = await manager.findOne(Import, {
    where: { organisationId: key.organisationId, fileSha256: file.sha256, state: 'applied', id: Not(key.id) }, order: { uploadedAt: 'ASC' },
  });
  return earlier?.observedAt ?? file.now;
}
