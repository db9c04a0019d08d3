import { Inject, Injectable } from '@nestjs/common';
import { addDays, localDay, type PlacedPost, type PlacePost } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { ExperimentSlot } from './experiment-slot.entity.js';
import { toSlotView } from './experiment-view.js';
import type { Experiment } from './experiment.entity.js';
import { type ExperimentKey, holdExperiment, readSlots } from './experiments.query.js';
import { drawOf, placedOf } from './judge-experiment.js';
import { PlanError } from './plan-error.js';
import type { PlannedPost } from './planned-post.entity.js';
import { changePost, findPost, insertPost, toPlannedPost } from './planned-posts.service.js';
import { leaveRoomOn } from './planned-room.js';
import { placePosts } from './place-posts.js';
import { daysOfArms, publishAsDrawn } from './publish-as-drawn.js';

/** Posts that are planned for an experiment: the draw says how each is to be published. */
@Injectable()
export class ExperimentPosts {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives a post the next slot for its week and format, and writes into the calendar what was drawn for it. One that has its slot keeps it.
   * @throws PlanError experiment-not-found, experiment-ended, experiment-day-wrong, experiment-post-drawn, experiment-full, planned-post-not-found, planned-post-limit, planned-day-full; ChangedMeanwhile; ThemeError theme-not-found
   */
  place(key: ExperimentKey, wanted: PlacePost): Promise<PlacedPost> {
    return this.transaction.run(key.organisationId, async (manager) => {
      const experiment = await holdExperiment(manager, key);
      const slots = await readSlots(manager, key);
      const had = slots.find(({ plannedPostId }) => wanted.from === 'calendar' && plannedPostId === wanted.plannedPostId);
      if (had) return { slot: toSlotView(experiment, had), post: toPlannedPost(await findPost(manager, key.organisationId, had.plannedPostId ?? '')) };
      if (experiment.state !== 'under_way') throw new PlanError('experiment-ended');
      const draft = wanted.from === 'new' ? { ...wanted, id: newId() } : await this.planned(manager, experiment, wanted);
      await this.requireDay(manager, experiment, draft.day);
      const { placed } = placePosts({ draw: drawOf(experiment, slots), dimension: experiment.dimension, placed: slots.flatMap(placedOf), posts: [draft], today: draft.day });
      const slot = slots.find(({ position }) => position === placed.find(({ id }) => id === draft.id)?.position);
      if (slot === undefined) throw new PlanError('experiment-full');
      const { day, time, format } = publishAsDrawn(draft, { dimension: experiment.dimension, drawn: experiment[slot.arm] });
      if (wanted.from === 'calendar' && day !== draft.day) await leaveRoomOn(manager, { ...experiment, day });
      const post = await write(manager, experiment, { wanted, told: { day, time, format }, at: this.clock() });
      const filled = { plannedPostId: post.id, day: draft.day, format: draft.format };
      await manager.update(ExperimentSlot, { ...key, position: slot.position }, filled);
      return { slot: toSlotView(experiment, { ...slot, ...filled }), post: toPlannedPost(post) };
    });
  }

  private async planned(manager: EntityManager, { organisationId, channelId }: Experiment, { plannedPostId, version }: Extract<PlacePost, { from: 'calendar' }>): Promise<PlannedPost> {
    const post = await findPost(manager, organisationId, plannedPostId);
    if (post.channelId !== channelId) throw new PlanError('planned-post-not-found');
    if (post.version !== version) throw new ChangedMeanwhile(toPlannedPost(post));
    // Giving up and beginning anew would otherwise be a way of drawing until the arm pleases.
    if (await manager.existsBy(ExperimentSlot, { organisationId, plannedPostId })) throw new PlanError('experiment-post-drawn');
    return post;
  }

  /** From tomorrow on: a post that is out is in no arm that chance could choose. Whichever arm comes: otherwise the refusal would tell which it was. */
  private async requireDay(manager: EntityManager, experiment: Experiment, day: string): Promise<void> {
    const { timeZone } = await findChannel(manager, experiment.organisationId, experiment.channelId);
    const tomorrow = addDays(localDay(this.clock(), timeZone), 1);
    const from = experiment.startsDay > tomorrow ? experiment.startsDay : tomorrow;
    const isWithin = daysOfArms(day, experiment).every((one) => from <= one && one <= experiment.lastDay);
    if (!isWithin) throw new PlanError('experiment-day-wrong', { from, to: experiment.lastDay });
  }
}

function write(manager: EntityManager, { organisationId, channelId }: Experiment, { wanted, told, at }: { wanted: PlacePost; told: Pick<PlannedPost, 'day' | 'time' | 'format'>; at: Date }): Promise<PlannedPost> {
  if (wanted.from === 'calendar') return changePost(manager, { organisationId, id: wanted.plannedPostId, version: wanted.version }, told);
  const { title, themeId, role, note } = wanted;
  return insertPost(manager, { organisationId, at }, { title, themeId, role, note, ...told, channelId, appointmentId: null, appointmentDay: null });
}
