import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';

/** For services of other rooms: all that they write belongs to the transaction in which the demonstration is written, whole or not at all. It is of one organisation already. */
export class WithinTransaction extends TenantTransaction {
  constructor(private readonly manager: EntityManager) {
    super(manager.connection);
  }

  override run<T>(_organisationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(this.manager);
  }

  override runUnmoved<T>(_organisationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(this.manager);
  }
}
