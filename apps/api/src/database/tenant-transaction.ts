import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The only way to the rows: every transaction says first for which organisation it works. */
@Injectable()
export class TenantTransaction {
  constructor(private readonly source: DataSource) {}

  /** Runs work in one transaction whose rows row-level security limits to this organisation. */
  run<T>(organisationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction((manager) => within(manager, organisationId, work));
  }

  /** The same, seeing the rows all along as they were at its beginning, whatever others write meanwhile. */
  runUnmoved<T>(organisationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', (manager) => within(manager, organisationId, work));
  }

  /** One transaction over all organisations: `organisations()` enters one after the other, in the order of their identifiers. */
  inEach<T>(work: (manager: EntityManager, organisations: () => AsyncGenerator<string>) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      const rows: { id: string }[] = await manager.query('SELECT organisation_ids AS id FROM organisation_ids() ORDER BY 1');
      return work(manager, () => enterEach(manager, rows.map(({ id }) => id)));
    });
  }

  /** Outside any organisation, in one transaction: for what belongs to the whole installation. */
  together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }

  /** Outside any organisation: sees no tenant row, only what the look-up functions return. */
  lookUp<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(this.source.manager);
  }
}

/** What `work` does in this transaction is of this organisation. */
export async function within<T>(manager: EntityManager, organisationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  await enter(manager, organisationId);
  return work(manager);
}

async function* enterEach(manager: EntityManager, ids: readonly string[]): AsyncGenerator<string> {
  for (const id of ids) {
    await enter(manager, id);
    yield id;
  }
}

async function enter(manager: EntityManager, organisationId: string): Promise<void> {
  await manager.query(`SELECT set_config('app.organisation_id', $1, true)`, [organisationId]);
}
