import { Inject, Injectable } from '@nestjs/common';
import { type Locale, localDay, type PlanDocument, type WritePlanDocument } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../accounts/organisation.entity.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { InputRefused } from '../operations/input-refused.js';
import { readKnownPlan } from './known-plan.query.js';
import { readWrittenPlan, writePlan } from './written-plan.query.js';

/** Whose plan, and the language in which networks and holidays are named. */
interface Asked { organisationId: string; language: Locale }

/** The communication plan as a document: what the team wrote, and what is known beside it. */
@Injectable()
export class PlanDocumentService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  read(asked: Asked): Promise<PlanDocument> {
    return this.transaction.runUnmoved(asked.organisationId, (manager) => this.view(manager, asked));
  }

  /** @throws ChangedMeanwhile; InputRefused for an adoption that is still to come */
  write(asked: Asked, wanted: WritePlanDocument): Promise<PlanDocument> {
    return this.transaction.run(asked.organisationId, async (manager) => {
      const isWritten = await writePlan(manager, asked.organisationId, { wanted, at: this.clock() });
      const present = await this.view(manager, asked);
      if (!isWritten) throw new ChangedMeanwhile(present);
      if (wanted.adoption !== null && wanted.adoption.day > present.today) throw new InputRefused([{ path: 'adoption.day', reason: 'day-to-come', limit: 0 }]);
      return present;
    });
  }

  private async view(manager: EntityManager, { organisationId, language }: Asked): Promise<PlanDocument> {
    const { name, isDemonstration, timeZone } = await manager.findOneByOrFail(Organisation, { id: organisationId });
    const today = localDay(this.clock(), timeZone);
    return {
      organisation: { name, isDemonstration }, today,
      written: await readWrittenPlan(manager, { organisationId, timeZone }),
      known: await readKnownPlan(manager, { organisationId, today, language }),
    };
  }
}
