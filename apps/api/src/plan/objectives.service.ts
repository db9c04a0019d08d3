import { Inject, Injectable } from '@nestjs/common';
import { type CreateObjective, daysOfQuarter, isTarget, localDay, MAX_OBJECTIVES, type Objective as ObjectiveView, quarterOf, type UpdateObjective } from '@portee/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { comparableDays, countedOn } from '../insights/span-days.js';
import { networkOf } from '../networks/registry.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { InputRefused } from '../operations/input-refused.js';
import { readPostStats } from '../posts/post-stat-row.js';
import { bringBack, takeOut } from './bring-back.js';
import { holdReferences } from './hold-references.query.js';
import { Objective } from './objective.entity.js';
import { progressOf } from './objective-progress.js';
import { PlanError } from './plan-error.js';

/** What channels are to reach, quarter by quarter, and how far they are. */
@Injectable()
export class ObjectivesService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All that stand, the latest quarter first. */
  list(organisationId: string): Promise<ObjectiveView[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const objectives = await manager.find(Objective, { where: { organisationId, deletedAt: IsNull() }, order: { quarter: 'DESC', id: 'ASC' } });
      const views: ObjectiveView[] = [];
      for (const objective of objectives) views.push(await this.view(manager, objective));
      return views;
    });
  }

  /** @throws PlanError objective-past, objective-taken, objective-limit; ChannelError channel-not-found */
  create(organisationId: string, wanted: CreateObjective): Promise<ObjectiveView> {
    return this.write(organisationId, async (manager) => {
      await holdReferences(manager, organisationId, { channelId: wanted.channelId, themeId: null });
      const { timeZone } = await findChannel(manager, organisationId, wanted.channelId);
      if (wanted.quarter < quarterOf(localDay(this.clock(), timeZone))) throw new PlanError('objective-past');
      await leaveRoom(manager, organisationId);
      const id = newId();
      await manager.insert(Objective, { organisationId, id, ...wanted, version: 1, deletedAt: null });
      return id;
    });
  }

  /** @throws ChangedMeanwhile; PlanError objective-not-found, objective-past; InputRefused where what it measures cannot be aimed at that way */
  update(organisationId: string, id: string, { version, target }: UpdateObjective): Promise<ObjectiveView> {
    return this.write(organisationId, async (manager) => {
      const objective = await findObjective(manager, organisationId, id);
      if (!isTarget({ measure: objective.measure, target })) throw new InputRefused([{ path: 'target', reason: 'invalid', limit: 0 }]);
      if (await isOverBy(manager, objective, this.clock())) throw new PlanError('objective-past');
      const { affected } = await manager.update(Objective, { organisationId, id, version, deletedAt: IsNull() }, { target, version: version + 1 });
      if (affected !== 1) throw new ChangedMeanwhile(await this.view(manager, await findObjective(manager, organisationId, id)));
      return id;
    });
  }

  /** @throws PlanError objective-not-found */
  remove(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      if (!(await takeOut(manager, Objective, { organisationId, id, at: this.clock() }))) throw new PlanError('objective-not-found');
    });
  }

  /**
   * Nobody chooses among aims once the quarter is over: one that was taken out before stays out then.
   * @throws PlanError objective-not-found, objective-past, objective-limit; objective-taken where another one stands in its place
   */
  restore(organisationId: string, id: string): Promise<ObjectiveView> {
    return this.write(organisationId, async (manager) => {
      const objective = await manager.findOneBy(Objective, { organisationId, id });
      if (!objective?.deletedAt) return id;
      if (await isOverBy(manager, objective, this.clock()) && !(await isOverBy(manager, objective, objective.deletedAt))) throw new PlanError('objective-past');
      await leaveRoom(manager, organisationId);
      await bringBack(manager, Objective, { organisationId, id });
      return id;
    });
  }

  private async write(organisationId: string, work: (manager: EntityManager) => Promise<string>): Promise<ObjectiveView> {
    try {
      return await this.transaction.run(organisationId, async (manager) => this.view(manager, await findObjective(manager, organisationId, await work(manager))));
    } catch (cause) {
      if (isUniqueViolation(cause)) throw new PlanError('objective-taken', {}, { cause });
      throw cause;
    }
  }

  private async view(manager: EntityManager, { deletedAt: _deletion, organisationId, ...objective }: Objective): Promise<ObjectiveView> {
    const channel = await findChannel(manager, organisationId, objective.channelId);
    const days = daysOfQuarter(objective.quarter);
    const posts = await readPostStats(manager, channel, days);
    const definitionDays = comparableDays(networkOf(channel.network).definitions, days.to);
    const alike = countedOn(posts, definitionDays).filter(({ localDay: day }) => day >= definitionDays.from);
    return { ...objective, ...progressOf(objective, { posts, alike, zone: channel.timeZone, at: this.clock() }) };
  }
}

/** Whether its quarter was past by an instant, where the channel is. */
async function isOverBy(manager: EntityManager, { organisationId, channelId, quarter }: Objective, at: Date): Promise<boolean> {
  const { timeZone } = await findChannel(manager, organisationId, channelId);
  return localDay(at, timeZone) > daysOfQuarter(quarter).to;
}

async function leaveRoom(manager: EntityManager, organisationId: string): Promise<void> {
  if ((await manager.countBy(Objective, { organisationId, deletedAt: IsNull() })) >= MAX_OBJECTIVES) throw new PlanError('objective-limit', { most: MAX_OBJECTIVES });
}

async function findObjective(manager: EntityManager, organisationId: string, id: string): Promise<Objective> {
  const objective = await manager.findOneBy(Objective, { organisationId, id, deletedAt: IsNull() });
  if (!objective) throw new PlanError('objective-not-found');
  return objective;
}
