import type { EntityManager } from 'typeorm';
import type { TenantTransaction } from '../database/tenant-transaction.js';
import type { ImportKey } from './import-file.js';
import { Import } from './import.entity.js';

/** A process that says nothing for this long has died: its import may be taken up by another. */
export const IDLE_SECONDS = 30;
/** A file that brings the process down this often is not tried again. */
const MAX_ATTEMPTS = 3;
const PROGRESS_MS = 500;

/** Takes a waiting import in hand; null when there is nothing to do, because it is done or in other hands. */
export function claimImport(transaction: TenantTransaction, key: ImportKey): Promise<Import | null> {
  return transaction.run(key.organisationId, async (manager) => {
    const rows: { attempts: number }[] = await manager.query(
      `WITH claimed AS (
         UPDATE import SET state = 'reading', claimed_at = now(), attempts = attempts + 1, rows_read = 0, bytes_read = 0
         WHERE organisation_id = $1 AND id = $2 AND (state = 'waiting' OR (state = 'reading' AND claimed_at < now() - make_interval(secs => $3)))
         RETURNING attempts
       ) SELECT attempts FROM claimed`,
      [key.organisationId, key.id, IDLE_SECONDS],
    );
    const [claimed] = rows;
    if (!claimed) return null;
    if (claimed.attempts <= MAX_ATTEMPTS) return manager.findOneBy(Import, { organisationId: key.organisationId, id: key.id });
    await settleImport(manager, key, { state: 'failed', refusal: { reason: 'import-keeps-failing', params: { attempts: MAX_ATTEMPTS } } });
    return null;
  });
}

/** Lets an import wait again after a stop that was none of its doing: the try does not count. */
export async function putBack(transaction: TenantTransaction, key: ImportKey): Promise<void> {
  await transaction.run(key.organisationId, (manager) => manager.query(
    `UPDATE import SET state = 'waiting', attempts = greatest(attempts - 1, 0), claimed_at = NULL WHERE organisation_id = $1 AND id = $2 AND state = 'reading'`,
    [key.organisationId, key.id],
  ));
}

/** Writes what has become of an import. */
export async function settleImport(manager: EntityManager, key: ImportKey, change: Partial<Import>): Promise<void> {
  await manager.update(Import, { organisationId: key.organisationId, id: key.id }, change);
}

/** Tells now and then how far the reading is, outside its transaction. @returns a function that stops, and waits for the last note */
export function noteProgress(transaction: TenantTransaction, key: ImportKey, now: () => Pick<Import, 'rowsRead' | 'bytesRead'>): () => Promise<void> {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(() => transaction.run(key.organisationId, async (manager) => {
      const { rowsRead, bytesRead } = now();
      await manager.query(
        `UPDATE import SET rows_read = $3, bytes_read = $4, claimed_at = now() WHERE organisation_id = $1 AND id = $2 AND state = 'reading'`,
        [key.organisationId, key.id, rowsRead, bytesRead],
      );
    })).catch(() => undefined); // a note that is lost is followed by the next; a database that is lost ends the import itself
  }, PROGRESS_MS);
  return () => {
    clearInterval(timer);
    return last;
  };
}
