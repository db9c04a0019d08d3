import { Injectable } from '@nestjs/common';
import { type DecidedOccurrence, type DecideOccurrence, isRegularDay, type TakenBack } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { AppointmentException } from './appointment-exception.entity.js';
import { findAppointment, toDecidedOccurrence } from './appointments.service.js';
import { PlanError } from './plan-error.js';

/** One occurrence of an appointment, by its regular day. */
export interface OccurrenceName {
  organisationId: string;
  appointmentId: string;
  day: string;
}

/** What is decided of single occurrences: skipped, or moved to another day or hour. */
@Injectable()
export class OccurrenceDecisions {
  constructor(private readonly transaction: TenantTransaction) {}

  /** @throws ChangedMeanwhile, PlanError appointment-not-found, appointment-day-wrong */
  decide(name: OccurrenceName, { version, ...wanted }: DecideOccurrence): Promise<DecidedOccurrence> {
    return this.transaction.run(name.organisationId, async (manager) => {
      const decision = await countDecision(manager, name);
      if (!isRegularDay(await findAppointment(manager, name.organisationId, name.appointmentId), name.day)) throw new PlanError('appointment-day-wrong', { day: name.day });
      const before = await manager.findOneBy(AppointmentException, name);
      if ((before?.version ?? null) !== version) throw new ChangedMeanwhile(before && toDecidedOccurrence(before));
      await manager.upsert(AppointmentException, { ...name, movedToDay: null, movedToTime: null, ...wanted, version: decision }, ['organisationId', 'appointmentId', 'day']);
      const after = await manager.findOneByOrFail(AppointmentException, name);
      return toDecidedOccurrence(after);
    });
  }

  /** The occurrence takes place again where the rule puts it. @throws ChangedMeanwhile where another decision stands than the one named, or none; PlanError appointment-not-found */
  undo(name: OccurrenceName, { version }: TakenBack): Promise<void> {
    return this.transaction.run(name.organisationId, async (manager) => {
      await countDecision(manager, name);
      const standing = await manager.findOneBy(AppointmentException, name);
      if (standing?.version !== version) throw new ChangedMeanwhile(standing && toDecidedOccurrence(standing));
      await manager.delete(AppointmentException, name);
    });
  }
}

/** Decisions on one appointment are taken one after the other: whoever counts one holds it. @throws PlanError appointment-not-found */
async function countDecision(manager: EntityManager, { organisationId, appointmentId }: OccurrenceName): Promise<number> {
  const [rows] = await manager.query<[{ decisions: number }[], number]>(
    'UPDATE appointment SET decisions = decisions + 1 WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING decisions', [organisationId, appointmentId],
  );
  const [row] = rows;
  if (row === undefined) throw new PlanError('appointment-not-found');
  return row.decisions;
}
