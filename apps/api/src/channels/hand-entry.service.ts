import { Injectable } from '@nestjs/common';
import type { DeclareUnpaid, EnterFollowers, EnterMonthlyFigure, FollowersOnDay, MonthlyFigure, UnpaidPeriod } from '@portee/shared';
import { localDay } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { NO_CHANNEL_FIGURES } from '../networks/core/readings.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { refreshRollups } from '../posts/refresh-rollups.js';
import { writeReadings } from '../posts/write-readings.js';
import type { Channel } from './channel.entity.js';
import { ChannelError } from './channel-error.js';
import { findChannel } from './channels.service.js';
import { readFollowersByDay } from './followers.query.js';

/** Who types: a role, and the instant. */
export interface Hand {
  organisationId: string;
  channelId: string;
  role: string;
  at: Date;
}

/** Figures that somebody knows or reads on a screen, where neither an API nor a file gives them. */
@Injectable()
export class HandEntryService {
  constructor(private readonly transaction: TenantTransaction) {}

  followers(hand: Omit<Hand, 'role' | 'at'>, span: { from?: string | undefined; to?: string | undefined }): Promise<FollowersOnDay[]> {
    return this.transaction.run(hand.organisationId, async (manager) => {
      await findChannel(manager, hand.organisationId, hand.channelId);
      return readFollowersByDay(manager, { ...hand, from: span.from ?? '0001-01-01', to: span.to ?? '9999-12-31' });
    });
  }

  /** Kept as snapshots of the channel, source "hand"; rates that rest on them are made anew. */
  enterFollowers(hand: Hand, { readings }: EnterFollowers): Promise<FollowersOnDay[]> {
    return this.transaction.run(hand.organisationId, async (manager) => {
      await holdLedger(manager, hand.organisationId);
      const channel = await findChannel(manager, hand.organisationId, hand.channelId);
      refuseFuture(channel, hand.at, readings.map(({ day }) => day));
      await writeReadings(manager, {
        origin: { organisationId: hand.organisationId, originId: newId(), source: 'hand', remembersReplaced: false },
        observedAt: hand.at,
        days: fromList(readings.map(({ day, followers }) => ({ channelNumber: 1, reading: { ...NO_CHANNEL_FIGURES, day, followers } }))),
        channels: () => Promise.resolve(new Map([[1, channel]])),
      });
      return readFollowersByDay(manager, { organisationId: hand.organisationId, channelId: channel.id, from: '0001-01-01', to: '9999-12-31' });
    });
  }

  /** The last figure typed in for each month and measure. */
  monthlyFigures(organisationId: string, channelId: string): Promise<MonthlyFigure[]> {
    return this.transaction.run(organisationId, async (manager) => {
      await findChannel(manager, organisationId, channelId);
      return readMonthlyFigures(manager, organisationId, channelId);
    });
  }

  /** A correction is a newer figure, be it of the same instant: the earlier one is kept. */
  enterMonthlyFigure(hand: Hand, entered: EnterMonthlyFigure): Promise<MonthlyFigure[]> {
    return this.transaction.run(hand.organisationId, async (manager) => {
      await holdLedger(manager, hand.organisationId);
      const channel = await findChannel(manager, hand.organisationId, hand.channelId);
      refuseFuture(channel, hand.at, [`${entered.month}-01`]);
      await manager.query(
        `INSERT INTO monthly_figure (organisation_id, channel_id, month, measure, entered_at, value, basis, note, entered_by)
         SELECT $1, $2, $3, $4, greatest($5::timestamptz, max(entered_at) + interval '1 millisecond'), $6, $7, $8, $9
         FROM monthly_figure WHERE organisation_id = $1 AND channel_id = $2 AND month = $3 AND measure = $4`,
        [hand.organisationId, hand.channelId, entered.month, entered.measure, hand.at, entered.value, entered.basis, entered.note ?? null, hand.role],
      );
      return readMonthlyFigures(manager, hand.organisationId, hand.channelId);
    });
  }

  unpaidPeriods(organisationId: string, channelId: string): Promise<UnpaidPeriod[]> {
    return this.transaction.run(organisationId, async (manager) => {
      await findChannel(manager, organisationId, channelId);
      return readUnpaidPeriods(manager, organisationId, channelId);
    });
  }

  declareUnpaid(hand: Hand, period: DeclareUnpaid): Promise<UnpaidPeriod[]> {
    return this.changeUnpaid(hand, async (manager) => {
      await manager.query(
        `INSERT INTO unpaid_period (organisation_id, channel_id, id, from_day, to_day, declared_at, declared_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [hand.organisationId, hand.channelId, newId(), period.from, period.to, hand.at, hand.role],
      );
    });
  }

  withdrawUnpaid(hand: Hand, id: string): Promise<UnpaidPeriod[]> {
    return this.changeUnpaid(hand, async (manager) => {
      const removed: unknown[] = await manager.query(
        `WITH gone AS (DELETE FROM unpaid_period WHERE organisation_id = $1 AND channel_id = $2 AND id = $3 RETURNING 1) SELECT * FROM gone`,
        [hand.organisationId, hand.channelId, id],
      );
      if (removed.length === 0) throw new ChannelError('unpaid-period-not-found');
    });
  }

  private changeUnpaid(hand: Hand, change: (manager: EntityManager) => Promise<void>): Promise<UnpaidPeriod[]> {
    const { organisationId, channelId } = hand;
    return this.transaction.run(organisationId, async (manager) => {
      await holdLedger(manager, organisationId);
      const channel = await findChannel(manager, organisationId, channelId);
      await change(manager);
      await refreshRollups(manager, { organisationId, channels: [channel], scope: { kind: 'channel', channelId, from: null } });
      return readUnpaidPeriods(manager, organisationId, channelId);
    });
  }
}

function refuseFuture(channel: Channel, now: Date, days: readonly string[]): void {
  const today = localDay(now, channel.timeZone);
  const future = days.find((day) => day > today);
  if (future !== undefined) throw new ChannelError('day-in-future', { day: future });
}

async function* fromList<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}

async function readMonthlyFigures(manager: EntityManager, organisationId: string, channelId: string): Promise<MonthlyFigure[]> {
  const rows: (Omit<MonthlyFigure, 'enteredAt'> & { enteredAt: Date })[] = await manager.query(
    `SELECT DISTINCT ON (month, measure) channel_id AS "channelId", month, measure, value, basis, note, entered_at AS "enteredAt", entered_by AS "enteredBy"
     FROM monthly_figure WHERE organisation_id = $1 AND channel_id = $2 ORDER BY month DESC, measure, entered_at DESC`,
    [organisationId, channelId],
  );
  return rows.map((row) => ({ ...row, enteredAt: row.enteredAt.toISOString() }));
}

async function readUnpaidPeriods(manager: EntityManager, organisationId: string, channelId: string): Promise<UnpaidPeriod[]> {
  const rows: (Omit<UnpaidPeriod, 'declaredAt'> & { declaredAt: Date })[] = await manager.query(
    `SELECT id, channel_id AS "channelId", from_day::text AS "from", to_day::text AS "to", declared_at AS "declaredAt", declared_by AS "declaredBy"
     FROM unpaid_period WHERE organisation_id = $1 AND channel_id = $2 ORDER BY from_day, id`,
    [organisationId, channelId],
  );
  return rows.map((row) => ({ ...row, declaredAt: row.declaredAt.toISOString() }));
}
