import { Inject, Injectable } from '@nestjs/common';
import { type CreatePlanLine, type PlanLine as PlanLineView, type UpdatePlanLine } from '@portee/shared';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { bringBack, takeOut } from './bring-back.js';
import { holdReferences } from './hold-references.query.js';
import { PlanError } from './plan-error.js';
import { PlanLine } from './plan-line.entity.js';
import { forgetLines, holdDecisionOf, leaveRoomForLine } from './plan-lines.query.js';

/** Lines of the plan: what the team means to do, whether a recommendation says so or not. */
@Injectable()
export class PlanLinesService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All that stand, ended ones too, the latest begun first. */
  list(organisationId: string): Promise<PlanLineView[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const lines = await manager.find(PlanLine, { where: { organisationId, deletedAt: IsNull() }, order: { fromDay: 'DESC', id: 'DESC' } });
      return lines.map(toView);
    });
  }

  /** @throws PlanError plan-line-limit; ChannelError channel-not-found */
  create(organisationId: string, wanted: CreatePlanLine): Promise<PlanLineView> {
    return this.transaction.run(organisationId, async (manager) => {
      await holdChannel(manager, organisationId, wanted.channelId);
      await leaveRoomForLine(manager, organisationId);
      const id = newId();
      await manager.insert(PlanLine, { organisationId, id, ...wanted, decisionId: null, version: 1, deletedAt: null });
      return toView(await findLine(manager, organisationId, id));
    });
  }

  /** @throws ChangedMeanwhile; PlanError plan-line-not-found; ChannelError channel-not-found */
  update(organisationId: string, id: string, { version, ...wanted }: UpdatePlanLine): Promise<PlanLineView> {
    return this.transaction.run(organisationId, async (manager) => {
      await holdChannel(manager, organisationId, wanted.channelId);
      const { affected } = await manager.update(PlanLine, { organisationId, id, version, deletedAt: IsNull() }, { ...wanted, version: version + 1 });
      const present = toView(await findLine(manager, organisationId, id));
      if (affected !== 1) throw new ChangedMeanwhile(present);
      return present;
    });
  }

  /** @throws PlanError plan-line-not-found */
  remove(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      if (!(await takeOut(manager, PlanLine, { organisationId, id, at: this.clock(), forget: forgetLines }))) throw new PlanError('plan-line-not-found');
    });
  }

  /** @throws PlanError plan-line-not-found, plan-line-limit; plan-line-undecided where the decision it was born from no longer stands */
  restore(organisationId: string, id: string): Promise<PlanLineView> {
    return this.transaction.run(organisationId, async (manager) => {
      const line = await manager.findOneBy(PlanLine, { organisationId, id, deletedAt: Not(IsNull()) });
      if (line === null) return toView(await findLine(manager, organisationId, id));
      await holdDecisionOf(manager, line);
      await leaveRoomForLine(manager, organisationId);
      await bringBack(manager, PlanLine, { organisationId, id });
      return toView(await findLine(manager, organisationId, id));
    });
  }
}

async function findLine(manager: EntityManager, organisationId: string, id: string): Promise<PlanLine> {
  const line = await manager.findOneBy(PlanLine, { organisationId, id, deletedAt: IsNull() });
  if (!line) throw new PlanError('plan-line-not-found');
  return line;
}

/** @throws ChannelError channel-not-found */
async function holdChannel(manager: EntityManager, organisationId: string, channelId: string | null): Promise<void> {
  if (channelId !== null) await holdReferences(manager, organisationId, { channelId, themeId: null });
}

function toView({ organisationId: _organisation, deletedAt: _deletion, ...line }: PlanLine): PlanLineView {
  return line;
}
