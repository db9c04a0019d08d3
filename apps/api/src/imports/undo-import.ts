import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Channel } from '../channels/channel.entity.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { rebuildRollups } from '../posts/refresh-rollups.js';
import { refreshThemeWords } from '../posts/theme-words.query.js';
import { recordAct } from '../operations/record-act.js';
import { ImportError } from './import-error.js';
import { dropFile, type ImportKey } from './import-file.js';
import { settleImport } from './import-state.js';
import { Import } from './import.entity.js';

/** What is read of a channel, and what people say of it, also where they took it out and may bring it back: none of it can be read or made anew. */
export const heldByChannels = [
  'post', 'channel_snapshot', 'ingestion_run', 'credential', 'monthly_figure', 'unpaid_period', 'effort', 'spend',
  'appointment', 'planned_post', 'plan_line', 'recommendation_decision', 'experiment', 'objective',
] as const;
/** What is computed of a channel, or lasts some minutes: it goes with it. */
export const goesWithChannels = ['channel_month', 'channel_figures', 'channel_advice', 'recommendation', 'recommendation_change', 'connection_attempt'] as const;

/** Puts everything back as it was before an import, in one transaction. */
@Injectable()
export class UndoImport {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * An import that is not applied is simply set aside. An applied one is undone newest first: a later file may
   * have found its figures already there and added nothing.
   * @throws ImportError import-not-found, undo-newer-first, import-not-waiting-for-this
   */
  run(key: ImportKey): Promise<void> {
    return this.transaction.run(key.organisationId, async (manager) => {
      await holdLedger(manager, key.organisationId);
      const file = await manager.findOne(Import, { where: { ...key }, lock: { mode: 'pessimistic_write' } });
      if (!file) throw new ImportError('import-not-found');
      if (file.state === 'reading') throw new ImportError('import-not-waiting-for-this', { state: file.state });
      if (file.state === 'applied') await undoApplied(manager, file);
      await dropFile(manager, key);
      await settleImport(manager, key, { state: 'undone', preview: null });
      await recordAct(manager, 'import-undone', { subject: file.fileName });
    });
  }
}

/** Whether a later import wrote to the same channels, so that this one cannot be undone yet. */
export async function hasNewerImport(manager: EntityManager, file: Import): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM import WHERE organisation_id = $1 AND id <> $2 AND state = 'applied' AND applied_at > $3 AND channel_ids && $4::uuid[] LIMIT 1`,
    [file.organisationId, file.id, file.appliedAt, file.channelIds],
  );
  return rows.length > 0;
}

async function undoApplied(manager: EntityManager, file: Import): Promise<void> {
  if (await hasNewerImport(manager, file)) throw new ImportError('undo-newer-first');
  const values = [file.organisationId, file.id];
  await manager.query(
    `DELETE FROM post_snapshot s USING post p
     WHERE p.organisation_id = $1 AND p.channel_id = ANY ($3::uuid[]) AND s.organisation_id = $1 AND s.post_id = p.id AND s.origin_id = $2`,
    [...values, file.channelIds],
  );
  await manager.query(`DELETE FROM channel_snapshot WHERE organisation_id = $1 AND channel_id = ANY ($3::uuid[]) AND origin_id = $2`, [...values, file.channelIds]);
  await manager.query(
    `DELETE FROM post p WHERE p.organisation_id = $1 AND p.origin_id = $2
       AND NOT EXISTS (SELECT 1 FROM post_snapshot s WHERE s.organisation_id = $1 AND s.post_id = p.id)`,
    values,
  );
  await restoreDescriptions(manager, values);
  await refreshThemeWords(manager, file.organisationId, 'all');
  await forgetChannels(manager, file);
  const left = await manager.findBy(Channel, { organisationId: file.organisationId, id: In(file.channelIds) });
  for (const channel of left) await rebuildRollups(manager, file.organisationId, channel);
}

async function restoreDescriptions(manager: EntityManager, values: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE post p SET (published_at, format, text, search_text, url, paid, is_share, author_role, themes, deleted_at, described_at) =
       (SELECT o.published_at, o.format, o.text, o.search_text, o.url, o.paid, o.is_share, o.author_role, o.themes, o.deleted_at, o.described_at
        FROM jsonb_populate_record(NULL::post, r.description) o)
     FROM import_replaced r WHERE r.organisation_id = $1 AND r.import_id = $2 AND p.organisation_id = $1 AND p.id = r.post_id`,
    [...values],
  );
  await manager.query('DELETE FROM import_replaced WHERE organisation_id = $1 AND import_id = $2', [...values]);
}

/**
 * Channels that this file brought and that hold nothing else go; one that took its identifier from it gives it back. They
 * are locked in the order of their identifiers, as by who compares them, before it is asked what they hold: whoever says something
 * of a channel keeps it locked until that is written.
 */
async function forgetChannels(manager: EntityManager, file: Import): Promise<void> {
  if (file.adoptedChannelId !== null) await manager.update(Channel, { organisationId: file.organisationId, id: file.adoptedChannelId }, { externalId: null });
  const values = [file.organisationId, file.id];
  await manager.query('SELECT id FROM channel WHERE organisation_id = $1 AND origin_id = $2 ORDER BY id FOR UPDATE', values);
  const holdsNothing = heldByChannels.map((table) => `NOT EXISTS (SELECT 1 FROM ${table} h WHERE h.organisation_id = $1 AND h.channel_id = c.id)`).join(' AND ');
  await manager.query(
    `DELETE FROM channel c WHERE c.organisation_id = $1 AND c.origin_id = $2 AND NOT c.is_main AND ${holdsNothing}
       AND NOT EXISTS (SELECT 1 FROM channel k WHERE k.organisation_id = $1 AND k.parent_channel_id = c.id)`,
    values,
  );
}
