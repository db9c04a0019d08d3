import { Inject, Injectable } from '@nestjs/common';
import { type Appointment as AppointmentView, type CreateAppointment, type DecidedOccurrence, MAX_APPOINTMENTS, type UpdateAppointment } from '@portee/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { AppointmentException } from './appointment-exception.entity.js';
import { Appointment } from './appointment.entity.js';
import { bringBack, takeOut } from './bring-back.js';
import { holdReferences } from './hold-references.query.js';
import { PlanError } from './plan-error.js';
import { forgetPlans } from './post-links.query.js';

/** Slots promised to the public: which there are, and when they recur. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the order in which they were made. */
  list(organisationId: string): Promise<AppointmentView[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const appointments = await manager.find(Appointment, { where: { organisationId, deletedAt: IsNull() }, order: { id: 'ASC' } });
      const decided = Map.groupBy(await manager.find(AppointmentException, { where: { organisationId }, order: { day: 'ASC' } }), ({ appointmentId }) => appointmentId);
      return appointments.map((appointment) => toView(appointment, decided.get(appointment.id) ?? []));
    });
  }

  /** @throws PlanError appointment-not-found */
  one(organisationId: string, id: string): Promise<AppointmentView> {
    return this.transaction.run(organisationId, (manager) => readAppointment(manager, organisationId, id));
  }

  /** @throws PlanError appointment-limit, ChannelError, ThemeError */
  create(organisationId: string, wanted: CreateAppointment): Promise<AppointmentView> {
    return this.transaction.run(organisationId, async (manager) => {
      await holdReferences(manager, organisationId, wanted);
      await leaveRoom(manager, organisationId);
      const id = newId();
      await manager.insert(Appointment, { organisationId, id, ...wanted, version: 1, decisions: 0 });
      return readAppointment(manager, organisationId, id);
    });
  }

  /** Decisions on days that are no longer its own wait for it to come back to them. @throws ChangedMeanwhile, PlanError appointment-not-found, ThemeError */
  update(organisationId: string, id: string, { version, ...wanted }: UpdateAppointment): Promise<AppointmentView> {
    return this.transaction.run(organisationId, async (manager) => {
      const { channelId } = await findAppointment(manager, organisationId, id);
      await holdReferences(manager, organisationId, { channelId, themeId: wanted.themeId });
      const { affected } = await manager.update(Appointment, { organisationId, id, version, deletedAt: IsNull() }, { ...wanted, version: version + 1 });
      const present = await readAppointment(manager, organisationId, id);
      if (affected !== 1) throw new ChangedMeanwhile(present);
      return present;
    });
  }

  /** Posts that took the place of its occurrences stay, as posts of their own. @throws PlanError appointment-not-found */
  remove(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      if (!(await takeOut(manager, Appointment, { organisationId, id, at: this.clock(), forget: forgetPlans('appointment') }))) throw new PlanError('appointment-not-found');
    });
  }

  /** @throws PlanError appointment-not-found, appointment-limit */
  restore(organisationId: string, id: string): Promise<AppointmentView> {
    return this.transaction.run(organisationId, async (manager) => {
      if (await manager.existsBy(Appointment, { organisationId, id, deletedAt: IsNull() })) return readAppointment(manager, organisationId, id);
      await leaveRoom(manager, organisationId);
      await bringBack(manager, Appointment, { organisationId, id });
      return readAppointment(manager, organisationId, id);
    });
  }
}

/** @throws PlanError appointment-not-found  where the organisation has none such, or no longer */
export async function findAppointment(manager: EntityManager, organisationId: string, id: string): Promise<Appointment> {
  const appointment = await manager.findOneBy(Appointment, { organisationId, id, deletedAt: IsNull() });
  if (!appointment) throw new PlanError('appointment-not-found');
  return appointment;
}

export function toDecidedOccurrence({ day, kind, movedToDay, movedToTime, note, version }: AppointmentException): DecidedOccurrence {
  return { day, kind, movedToDay, movedToTime, note, version };
}

async function readAppointment(manager: EntityManager, organisationId: string, id: string): Promise<AppointmentView> {
  const appointment = await findAppointment(manager, organisationId, id);
  return toView(appointment, await manager.find(AppointmentException, { where: { organisationId, appointmentId: id }, order: { day: 'ASC' } }));
}

function toView({ organisationId: _organisation, deletedAt: _deletion, decisions: _decisions, ...appointment }: Appointment, exceptions: AppointmentException[]): AppointmentView {
  return { ...appointment, exceptions: exceptions.map(toDecidedOccurrence) };
}

async function leaveRoom(manager: EntityManager, organisationId: string): Promise<void> {
  const count = await manager.countBy(Appointment, { organisationId, deletedAt: IsNull() });
  if (count >= MAX_APPOINTMENTS) throw new PlanError('appointment-limit', { limit: MAX_APPOINTMENTS });
}
