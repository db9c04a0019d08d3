import { Inject, Injectable } from '@nestjs/common';
import { DELETION_DAYS, type OrganisationDeletion } from '@portee/shared';
import { AccountError } from '../accounts/account-error.js';
import { Organisation } from '../accounts/organisation.entity.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { readOrganisationAmounts } from './deleted-amounts.query.js';

const DAY_MS = 24 * 3600 * 1000;

/** Deletes an organisation with all that is its own: after some days, in which everything goes on as before, or at once. */
@Injectable()
export class DeleteOrganisation {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What would go, and when it does. */
  show(id: string): Promise<OrganisationDeletion> {
    return this.transaction.run(id, async (manager) => {
      const { deletesAt } = await manager.findOneByOrFail(Organisation, { id });
      return { ...(await readOrganisationAmounts(manager, id)), deletesAt: deletesAt?.toISOString() ?? null };
    });
  }

  /** Asked again, the days begin anew. @throws AccountError name-differs */
  async ask(id: string, { name, isNow }: { name: string; isNow: boolean }): Promise<void> {
    await this.transaction.run(id, async (manager) => {
      const organisation = await manager.findOneByOrFail(Organisation, { id });
      if (name.trim() !== organisation.name.trim()) throw new AccountError('name-differs', { name: organisation.name });
      if (isNow) return;
      await manager.update(Organisation, { id }, { deletesAt: new Date(this.clock().getTime() + DELETION_DAYS * DAY_MS) });
      await recordAct(manager, 'deletion-asked');
    });
    if (isNow) await this.run(id);
  }

  /** Taken back where nothing was asked for, nothing happens. */
  takeBack(id: string): Promise<void> {
    return this.transaction.run(id, async (manager) => {
      const { deletesAt } = await manager.findOneByOrFail(Organisation, { id });
      if (deletesAt === null) return;
      await manager.update(Organisation, { id }, { deletesAt: null });
      await recordAct(manager, 'deletion-taken-back');
    });
  }

  /** Those whose days are over. */
  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT organisations_to_delete AS id FROM organisations_to_delete($1)', [this.clock()]));
    return rows.map(({ id }) => id);
  }

  /** For good: every table of an organisation hangs on its row. Writers finish first. */
  run(id: string): Promise<void> {
    return this.transaction.run(id, async (manager) => {
      await holdLedger(manager, id);
      await manager.delete(Organisation, { id });
    });
  }

  /** The same, unless it was taken back at the last moment. */
  runIfDue(id: string): Promise<void> {
    return this.transaction.run(id, async (manager) => {
      await holdLedger(manager, id);
      await manager.query('DELETE FROM organisation WHERE id = $1 AND deletes_at <= $2', [id, this.clock()]);
    });
  }
}
