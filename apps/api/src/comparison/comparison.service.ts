import { Inject, Injectable } from '@nestjs/common';
import type { CentreGroup, ComparisonSetting, Locale } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { networkName } from '../networks/registry.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';

/** What a centre has to do with the comparison. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  read(organisationId: string): Promise<ComparisonSetting> {
    return this.transaction.run(organisationId, (manager) => readSetting(manager, organisationId));
  }

  write(organisationId: string, agreed: boolean): Promise<ComparisonSetting> {
    return this.transaction.run(organisationId, async (manager) => {
      if (agreed !== (await readSetting(manager, organisationId)).agreed) {
        await (agreed ? manager.query('INSERT INTO comparison_agreement VALUES ($1, $2) ON CONFLICT DO NOTHING', [organisationId, this.clock()]) : leave(manager, organisationId));
        await recordAct(manager, agreed ? 'comparison-joined' : 'comparison-left');
      }
      return { agreed };
    });
  }

  /** Whoever gave nothing to a group is not shown it. */
  groups({ organisationId, month }: { organisationId: string; month: string }, locale: Locale): Promise<CentreGroup[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const rows: Omit<CentreGroup, 'networkLabel'>[] = await manager.query(
        `SELECT g.network, g.centres, g.low::float8 AS low, g.middle::float8 AS middle, g.high::float8 AS high, round((100 * m.rate)::numeric, 1)::float8 AS own
         FROM centre_group g JOIN centre_median m USING (network, month) WHERE m.organisation_id = $1 AND month = $2 ORDER BY g.network`,
        [organisationId, month],
      );
      return rows.map((row) => ({ ...row, networkLabel: networkName(row.network, locale) }));
    });
  }
}

/** What was given and not used yet is taken back; what was used cannot be told from the rest any more. */
async function leave(manager: EntityManager, organisationId: string): Promise<void> {
  await manager.query('DELETE FROM comparison_agreement WHERE organisation_id = $1', [organisationId]);
  await manager.query('DELETE FROM centre_median m WHERE organisation_id = $1 AND NOT EXISTS (SELECT FROM centre_group g WHERE g.network = m.network AND g.month = m.month)', [organisationId]);
}

async function readSetting(manager: EntityManager, organisationId: string): Promise<ComparisonSetting> {
  const rows: unknown[] = await manager.query('SELECT 1 FROM comparison_agreement WHERE organisation_id = $1', [organisationId]);
  return { agreed: rows.length > 0 };
}
