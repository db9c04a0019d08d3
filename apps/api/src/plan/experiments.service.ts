import { randomInt } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type ChangeExperiment, type Experiment as ExperimentView, type ExperimentProposal, type ExperimentQuery, localDay, type StartExperiment, type TestedRecommendation } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { RecommendationError } from '../recommendations/recommendation-error.js';
import { readAdvice, readRecord, readRecords } from '../recommendations/stored-advice.query.js';
import { drawArms, extendDraw } from './draw-arms.js';
import { toExperimentView } from './experiment-view.js';
import { Experiment } from './experiment.entity.js';
import { countGivenUp, insertSlots, readExperiments } from './experiments.query.js';
import { holdReferences } from './hold-references.query.js';
import { drawOf } from './judge-experiment.js';
import { lookAtExperiment, type SeenExperiment } from './look-at-experiment.js';
import { PlanError } from './plan-error.js';
import { proposeExperiment, type Proposal } from './propose-experiment.js';
import { blocksMissing } from './read-experiment.js';
import { readTested } from './tested.query.js';

const SEEDS = 2 ** 32;

/** Experiments of an organisation: drawn before their first post, read once. */
@Injectable()
export class ExperimentsService {
  private readonly logger = new Logger(ExperimentsService.name);

  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest started first. Those under way are looked at; the others do not change. */
  async list(organisationId: string): Promise<ExperimentView[]> {
    const seen = await this.lookAtThoseUnderWay(organisationId);
    const others = await this.transaction.runUnmoved(organisationId, (manager) => readExperiments(manager, organisationId, seen.map(({ experiment }) => experiment.id)));
    return [...seen, ...others.map((stored) => ({ ...stored, fates: [], reading: stored.experiment.reading }))].toSorted(latestStartFirst).map(toView);
  }

  /** @throws PlanError experiment-not-found */
  one(organisationId: string, experimentId: string): Promise<ExperimentView> {
    return this.transaction.run(organisationId, async (manager) => toView(await lookAtExperiment(manager, { organisationId, experimentId }, this.clock())));
  }

  /** What was read so far, the latest of each recommendation. Those under way that have come to their size are read first. */
  async tested(organisationId: string): Promise<TestedRecommendation[]> {
    await this.lookAtThoseUnderWay(organisationId);
    return this.transaction.run(organisationId, (manager) => readTested(manager, organisationId));
  }

  /** What an experiment on a recommendation would take. @throws RecommendationError recommendation-not-found, PlanError experiment-not-possible */
  propose(organisationId: string, query: ExperimentQuery): Promise<ExperimentProposal> {
    return this.transaction.runUnmoved(organisationId, async (manager) => {
      const { channelId, proposal } = await this.proposal(manager, organisationId, query);
      const underWay = await manager.findOneBy(Experiment, { organisationId, channelId, state: 'under_way' });
      const givenUpBefore = await countGivenUp(manager, { organisationId, recommendationId: query.recommendationId, startedAt: this.clock() });
      return { ...proposal, channelId, recommendationId: query.recommendationId, underWayId: underWay?.id ?? null, givenUpBefore };
    });
  }

  /**
   * Draws an experiment and stores it, whole, before its first post.
   * @throws RecommendationError recommendation-not-found; PlanError experiment-not-possible, experiment-too-small, experiment-start-past, experiment-under-way
   */
  async start({ organisationId, role }: { organisationId: string; role: string }, wanted: StartExperiment): Promise<ExperimentView> {
    const id = newId();
    try {
      await this.transaction.run(organisationId, (manager) => this.draw(manager, { organisationId, id, role, wanted }));
    } catch (cause) {
      if (isUniqueViolation(cause)) throw new PlanError('experiment-under-way', {}, { cause });
      throw cause;
    }
    return this.one(organisationId, id);
  }

  /** Kept as it is, and never read: to stop when the figures please would be to look at them. @throws PlanError experiment-not-found, experiment-ended; ChangedMeanwhile */
  giveUp(organisationId: string, experimentId: string, { version }: ChangeExperiment): Promise<ExperimentView> {
    return this.change({ organisationId, experimentId, version }, async (manager, { experiment }) => {
      await manager.update(Experiment, { organisationId, id: experiment.id }, { state: 'given_up', endedAt: this.clock(), version: version + 1 });
    });
  }

  /** Draws as many blocks more as posts were lost; what was drawn stays. @throws PlanError experiment-not-found, experiment-ended, experiment-complete; ChangedMeanwhile */
  extend(organisationId: string, experimentId: string, { version }: ChangeExperiment): Promise<ExperimentView> {
    return this.change({ organisationId, experimentId, version }, async (manager, { experiment, slots, reading }) => {
      const missing = reading === null ? 0 : blocksMissing(reading);
      if (missing === 0) throw new PlanError('experiment-complete');
      const added = extendDraw(drawOf(experiment, slots), missing).slots.slice(slots.length);
      await insertSlots(manager, { organisationId, experimentId }, added);
      await manager.update(Experiment, { organisationId, id: experimentId }, { version: version + 1 });
    });
  }

  /** A change of one that is under way, in the version that somebody saw. One that comes to its size just now is read, and changed no more. */
  private async change({ organisationId, experimentId, version }: { organisationId: string; experimentId: string; version: number }, work: (manager: EntityManager, seen: SeenExperiment) => Promise<void>): Promise<ExperimentView> {
    const present = await this.one(organisationId, experimentId);
    if (present.state !== 'under_way') throw new PlanError('experiment-ended');
    await this.transaction.run(organisationId, async (manager) => {
      const seen = await lookAtExperiment(manager, { organisationId, experimentId }, this.clock());
      if (seen.experiment.state !== 'under_way') throw new PlanError('experiment-ended');
      if (seen.experiment.version !== version) throw new ChangedMeanwhile(toView(seen));
      await work(manager, seen);
    });
    return this.one(organisationId, experimentId);
  }

  private async draw(manager: EntityManager, { organisationId, id, role, wanted }: { organisationId: string; id: string; role: string; wanted: StartExperiment }): Promise<void> {
    const { channelId, proposal } = await this.proposal(manager, organisationId, wanted);
    const { dimension, level, against, sees, eachArm, isTooSmall, startsDay: today } = proposal;
    if (isTooSmall || eachArm === null) throw new PlanError('experiment-too-small');
    if (wanted.startsDay < today) throw new PlanError('experiment-start-past');
    await holdReferences(manager, organisationId, { channelId, themeId: null });
    const draw = drawArms(randomInt(SEEDS), eachArm);
    await manager.insert(Experiment, {
      organisationId, id, channelId, recommendationId: wanted.recommendationId, dimension, level, against, sees, eachArm: draw.eachArm, seed: draw.seed, metric: 'reach-rate',
      startsDay: wanted.startsDay, lastDay: wanted.lastDay, startedAt: this.clock(), startedBy: role, state: 'under_way', reading: null, endedAt: null, version: 1,
    });
    await insertSlots(manager, { organisationId, experimentId: id }, draw.slots);
  }

  private async proposal(manager: EntityManager, organisationId: string, { recommendationId, sees }: ExperimentQuery): Promise<{ channelId: string; proposal: Proposal }> {
    const record = await readRecord(manager, organisationId, recommendationId);
    const [advice] = record === null ? [] : await readAdvice(manager, organisationId, record.channelId);
    if (record === null || advice === undefined) throw new RecommendationError('recommendation-not-found');
    const { channelId } = record;
    const { timeZone } = await findChannel(manager, organisationId, channelId);
    const records = await readRecords(manager, organisationId, channelId);
    return { channelId, proposal: proposeExperiment({ record, records, basis: advice.outlook.basis, sees, today: localDay(this.clock(), timeZone) }) };
  }

  /** One that cannot be looked at hides none of the others. */
  private async lookAtThoseUnderWay(organisationId: string): Promise<SeenExperiment[]> {
    const seen: SeenExperiment[] = [];
    const underWay = await this.transaction.run(organisationId, (manager) => manager.find(Experiment, { select: { organisationId: true, id: true }, where: { organisationId, state: 'under_way' } }));
    for (const { id: experimentId } of underWay) {
      try {
        seen.push(await this.transaction.run(organisationId, (manager) => lookAtExperiment(manager, { organisationId, experimentId }, this.clock())));
      } catch (err) {
        this.logger.error({ organisationId, experimentId, err }, 'an experiment could not be looked at');
      }
    }
    return seen;
  }
}

function latestStartFirst({ experiment: one }: SeenExperiment, { experiment: other }: SeenExperiment): number {
  return other.startedAt.getTime() - one.startedAt.getTime() || (one.id < other.id ? 1 : -1);
}

function toView({ experiment, ...seen }: SeenExperiment): ExperimentView {
  return toExperimentView(experiment, seen);
}
