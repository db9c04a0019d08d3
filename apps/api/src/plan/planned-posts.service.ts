import { Inject, Injectable } from '@nestjs/common';
import { type CreatePlannedPost, isRegularDay, type PlannedPost as PlannedPostView, type PlanQuery, type UpdatePlannedPost } from '@portee/shared';
import { Between, type EntityManager, IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { findAppointment } from './appointments.service.js';
import { bringBack, takeOut } from './bring-back.js';
import { requireNotGivenUp, requireUndrawn } from './drawn-post.js';
import { holdReferences } from './hold-references.query.js';
import { PlanError } from './plan-error.js';
import { PlannedPost } from './planned-post.entity.js';
import { leaveRoomFor, leaveRoomOn } from './planned-room.js';
import { forgetPlans } from './post-links.query.js';

/** Where a post stands among appointments. */
type Place = Pick<PlannedPost, 'channelId' | 'appointmentId' | 'appointmentDay'>;

/** Single posts that somebody means to publish. */
@Injectable()
export class PlannedPostsService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of a span of days, oldest first. */
  list(organisationId: string, { from, to, channelId }: PlanQuery): Promise<PlannedPostView[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const where = { organisationId, deletedAt: IsNull(), day: Between(from, to), ...(channelId === undefined ? {} : { channelId }) };
      return (await manager.find(PlannedPost, { where, order: { day: 'ASC', time: 'ASC', id: 'ASC' } })).map(toPlannedPost);
    });
  }

  /** @throws PlanError planned-post-not-found */
  one(organisationId: string, id: string): Promise<PlannedPostView> {
    return this.transaction.run(organisationId, async (manager) => toPlannedPost(await findPost(manager, organisationId, id)));
  }

  /** @throws PlanError appointment-not-found, appointment-day-wrong, occurrence-filled, planned-post-limit, planned-day-full; ChannelError, ThemeError */
  create(organisationId: string, wanted: CreatePlannedPost): Promise<PlannedPostView> {
    return this.write(organisationId, wanted.appointmentDay, (manager) => insertPost(manager, { organisationId, at: this.clock() }, wanted));
  }

  /** @throws ChangedMeanwhile, PlanError planned-post-not-found, planned-post-drawn, appointment-not-found, appointment-day-wrong, occurrence-filled, planned-day-full; ChannelError, ThemeError */
  update(organisationId: string, id: string, { version, ...wanted }: UpdatePlannedPost): Promise<PlannedPostView> {
    return this.write(organisationId, wanted.appointmentDay, async (manager) => {
      const before = await findPost(manager, organisationId, id);
      if (before.version !== version) throw new ChangedMeanwhile(toPlannedPost(before));
      await requireUndrawn(manager, organisationId, { before, wanted, at: this.clock() });
      await holdReferences(manager, organisationId, wanted);
      // What it takes the place of may have changed since: that is no reason to refuse another title.
      if (!isSamePlace(before, wanted)) await requireOccurrence(manager, organisationId, wanted);
      if (before.day !== wanted.day || before.channelId !== wanted.channelId) await leaveRoomOn(manager, { organisationId, ...wanted });
      return changePost(manager, { organisationId, id, version }, wanted);
    });
  }

  /** @throws PlanError planned-post-not-found */
  remove(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      if (!(await takeOut(manager, PlannedPost, { organisationId, id, at: this.clock(), forget: forgetPlans('planned_post') }))) throw new PlanError('planned-post-not-found');
    });
  }

  /** @throws PlanError planned-post-not-found, planned-post-drawn, planned-post-limit, planned-day-full; occurrence-filled where another one took its place meanwhile */
  async restore(organisationId: string, id: string): Promise<PlannedPostView> {
    const kept = await this.transaction.run(organisationId, (manager) => manager.findOneBy(PlannedPost, { organisationId, id }));
    return this.write(organisationId, kept?.appointmentDay ?? null, async (manager) => {
      const gone = await manager.findOneBy(PlannedPost, { organisationId, id });
      if (gone !== null && gone.deletedAt !== null) {
        await requireNotGivenUp(manager, gone, this.clock());
        await leaveRoomFor(manager, gone, this.clock());
      }
      await bringBack(manager, PlannedPost, { organisationId, id });
      return findPost(manager, organisationId, id);
    });
  }

  private async write(organisationId: string, day: string | null, work: (manager: EntityManager) => Promise<PlannedPost>): Promise<PlannedPostView> {
    try {
      return toPlannedPost(await this.transaction.run(organisationId, work));
    } catch (cause) {
      if (isUniqueViolation(cause)) throw new PlanError('occurrence-filled', { day: day ?? '' }, { cause });
      throw cause;
    }
  }
}

/** @throws PlanError appointment-not-found, appointment-day-wrong, planned-post-limit, planned-day-full; ChannelError, ThemeError */
export async function insertPost(manager: EntityManager, { organisationId, at }: { organisationId: string; at: Date }, wanted: CreatePlannedPost): Promise<PlannedPost> {
  await holdReferences(manager, organisationId, wanted);
  await requireOccurrence(manager, organisationId, wanted);
  await leaveRoomFor(manager, { organisationId, ...wanted }, at);
  const id = newId();
  await manager.insert(PlannedPost, { organisationId, id, ...wanted, version: 1 });
  return findPost(manager, organisationId, id);
}

/** Writes a change of a post made from one version of it. @throws ChangedMeanwhile, PlanError planned-post-not-found */
export async function changePost(manager: EntityManager, { organisationId, id, version }: { organisationId: string; id: string; version: number }, change: Partial<Omit<UpdatePlannedPost, 'version'>>): Promise<PlannedPost> {
  const { affected } = await manager.update(PlannedPost, { organisationId, id, version, deletedAt: IsNull() }, { ...change, version: version + 1 });
  const present = await findPost(manager, organisationId, id);
  if (affected !== 1) throw new ChangedMeanwhile(toPlannedPost(present));
  return present;
}

/** @throws PlanError planned-post-not-found */
export async function findPost(manager: EntityManager, organisationId: string, id: string): Promise<PlannedPost> {
  const post = await manager.findOneBy(PlannedPost, { organisationId, id, deletedAt: IsNull() });
  if (!post) throw new PlanError('planned-post-not-found');
  return post;
}

/** A post takes the place of an occurrence of its own channel alone. @throws PlanError appointment-not-found, appointment-day-wrong */
async function requireOccurrence(manager: EntityManager, organisationId: string, { channelId, appointmentId, appointmentDay }: Place): Promise<void> {
  if (appointmentId === null || appointmentDay === null) return;
  await manager.query('SELECT 1 FROM appointment WHERE organisation_id = $1 AND id = $2 FOR KEY SHARE', [organisationId, appointmentId]);
  const appointment = await findAppointment(manager, organisationId, appointmentId);
  if (appointment.channelId !== channelId || !isRegularDay(appointment, appointmentDay)) throw new PlanError('appointment-day-wrong', { day: appointmentDay });
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.channelId === b.channelId && a.appointmentId === b.appointmentId && a.appointmentDay === b.appointmentDay;
}

export function toPlannedPost({ organisationId: _organisation, deletedAt: _deletion, ...post }: PlannedPost): PlannedPostView {
  return { ...post, appointmentDay: post.appointmentId === null ? null : post.appointmentDay };
}
