import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  type Appointment, appointment, askedDay, type CreateAppointment, createAppointment, type DecidedOccurrence, decidedOccurrence, type DecideOccurrence, decideOccurrence, type TakenBack, takenBack, type UpdateAppointment, updateAppointment, uuid,
} from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { AppointmentsService } from './appointments.service.js';
import { OccurrenceDecisions } from './occurrence-decisions.service.js';

const id = { schema: uuid };
const day = { schema: askedDay };

/** Slots promised to the public, and what is decided of single ones. */
@Controller('organisations/:slug/plan/appointments')
@Needs('managePlan')
export class AppointmentsController {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly decisions: OccurrenceDecisions,
  ) {}

  @Get()
  @Needs('readFigures')
  @Answers(appointment.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<Appointment[]> {
    return this.appointments.list(organisation.id);
  }

  @Get(':appointmentId')
  @Needs('readFigures')
  @Answers(appointment)
  one(@CurrentOrganisation() organisation: OrganisationContext, @Param('appointmentId', id) appointmentId: string): Promise<Appointment> {
    return this.appointments.one(organisation.id, appointmentId);
  }

  @Post()
  @Answers(appointment, { status: 201 })
  create(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: createAppointment }) body: CreateAppointment): Promise<Appointment> {
    return this.appointments.create(organisation.id, body);
  }

  @Put(':appointmentId')
  @Answers(appointment)
  update(@CurrentOrganisation() organisation: OrganisationContext, @Param('appointmentId', id) appointmentId: string, @Body({ schema: updateAppointment }) body: UpdateAppointment): Promise<Appointment> {
    return this.appointments.update(organisation.id, appointmentId, body);
  }

  /** Undone by `restore`, for 30 days. */
  @Delete(':appointmentId')
  @AnswersNothing()
  remove(@CurrentOrganisation() organisation: OrganisationContext, @Param('appointmentId', id) appointmentId: string): Promise<void> {
    return this.appointments.remove(organisation.id, appointmentId);
  }

  @Post(':appointmentId/restore')
  @Answers(appointment)
  restore(@CurrentOrganisation() organisation: OrganisationContext, @Param('appointmentId', id) appointmentId: string): Promise<Appointment> {
    return this.appointments.restore(organisation.id, appointmentId);
  }

  /** `day` is the regular one. */
  @Put(':appointmentId/exceptions/:day')
  @Needs('planPosts')
  @Answers(decidedOccurrence)
  decide(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('appointmentId', id) appointmentId: string, @Param('day', day) regularDay: string, @Body({ schema: decideOccurrence }) body: DecideOccurrence): Promise<DecidedOccurrence> {
    return this.decisions.decide({ organisationId, appointmentId, day: regularDay }, body);
  }

  @Delete(':appointmentId/exceptions/:day')
  @Needs('planPosts')
  @AnswersNothing()
  undo(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('appointmentId', id) appointmentId: string, @Param('day', day) regularDay: string, @Query({ schema: takenBack }) query: TakenBack): Promise<void> {
    return this.decisions.undo({ organisationId, appointmentId, day: regularDay }, query);
  }
}
