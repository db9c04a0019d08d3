import { Inject, Injectable } from '@nestjs/common';
import { localDay, type PlanOutcome } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { readMeasuredChannels } from '../insights/queries/measured-channels.query.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { type Change, changeOf, type Unmeasured } from './changed-posts.js';
import { judgeOutcome } from './judge-outcome.js';
import { type OutcomeChannel, outcomeChannels, type ReadOutcomeChannel } from './outcome-channel.js';
import { type OutcomeLineRow, readOutcomeLines } from './outcome-lines.query.js';

/** What one look at all lines works with. */
interface Look {
  changes: readonly Change[];
  channelIds: readonly string[];
  read: ReadOutcomeChannel;
  at: Date;
}

/** What the lines of the plan changed. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One of each line, in the order of lines. */
  list(organisationId: string): Promise<PlanOutcome[]> {
    return this.transaction.runUnmoved(organisationId, async (manager) => {
      const lines = await readOutcomeLines(manager, organisationId);
      const look = await this.lookOver(manager, organisationId, lines);
      const outcomes: PlanOutcome[] = [];
      for (const line of lines) outcomes.push(await outcomeOf(line, look));
      return outcomes;
    });
  }

  private async lookOver(manager: EntityManager, organisationId: string, lines: readonly OutcomeLineRow[]): Promise<Look> {
    const at = this.clock();
    const channels = await readMeasuredChannels(manager, organisationId);
    const changes = lines.map(changeOf).filter((change) => typeof change !== 'string');
    return { changes, channelIds: channels.map(({ id }) => id), read: outcomeChannels(manager, organisationId, at), at };
  }
}

async function outcomeOf(line: OutcomeLineRow, look: Look): Promise<PlanOutcome> {
  const unmeasured = (reason: Unmeasured): PlanOutcome => ({ kind: 'unmeasured', lineId: line.id, reason });
  const change = changeOf(line);
  if (typeof change === 'string') return unmeasured(change);
  if (line.isDrawn) return unmeasured('drawn');
  const channel = await look.read(change.channelId, change.toDay);
  if (change.fromDay > localDay(look.at, channel.zone)) return unmeasured('not-begun');
  if (!channel.givesReach) return unmeasured('no-reach');
  const alone = judgeOutcome({ change, changes: look.changes, channel, others: [] });
  if (alone.kind !== 'no-control') return alone;
  const others: OutcomeChannel[] = [];
  for (const id of look.channelIds) if (id !== channel.id) others.push(await look.read(id, change.toDay));
  return judgeOutcome({ change, changes: look.changes, channel, others: others.filter(({ givesReach }) => givesReach) });
}
