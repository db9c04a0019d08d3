import { Controller, Delete, Get, Param, Post, Query, Req } from '@nestjs/common';
import { type Agenda, agenda, type AgendaEvent, agendaEvent, type AgendaSpan, agendaSpan, MAX_AGENDA_MEGABYTES, type ReplacedAgenda, replacedAgenda, uuid } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { receiveCalendar } from '../insights/receive-calendar.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { AgendaDaysService } from './agenda-days.service.js';
import { AgendaService } from './agenda.service.js';

const id = { schema: uuid };
const MEGABYTE = 1024 ** 2;

/** The centre's own agenda: what takes place there, beside what is published. */
@Controller('organisations/:slug/plan/agenda')
export class AgendaController {
  constructor(
    private readonly agendas: AgendaService,
    private readonly days: AgendaDaysService,
  ) {}

  /** Null: none was imported. */
  @Get()
  @Answers(agenda.nullable())
  standing(@CurrentOrganisation() organisation: OrganisationContext): Promise<Agenda | null> {
    return this.agendas.standing(organisation.id);
  }

  /** What takes place on local days, both included, 400 at most. */
  @Get('events')
  @Answers(agendaEvent.array())
  events(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: agendaSpan }) span: AgendaSpan): Promise<AgendaEvent[]> {
    return this.days.read(organisation, span);
  }

  /** Multipart: `file`, an iCalendar of 10 MB at most. It takes the place of the one before. Titles, places and times alone are kept. */
  @Post()
  @Needs('managePlan')
  @Answers(agenda, { status: 201 })
  async replace(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: replacedAgenda }) { replaces }: ReplacedAgenda, @Req() request: FastifyRequest): Promise<Agenda> {
    return this.agendas.replace(organisation, await receiveCalendar(request, MAX_AGENDA_MEGABYTES * MEGABYTE), replaces);
  }

  /** Undone by `restore`, for 30 days or until another one is taken out. */
  @Delete(':agendaId')
  @Needs('managePlan')
  @AnswersNothing()
  remove(@CurrentOrganisation() organisation: OrganisationContext, @Param('agendaId', id) agendaId: string): Promise<void> {
    return this.agendas.remove(organisation.id, agendaId);
  }

  @Post(':agendaId/restore')
  @Needs('managePlan')
  @Answers(agenda)
  restore(@CurrentOrganisation() organisation: OrganisationContext, @Param('agendaId', id) agendaId: string, @Query({ schema: replacedAgenda }) { replaces }: ReplacedAgenda): Promise<Agenda> {
    return this.agendas.restore(organisation.id, agendaId, replaces);
  }
}
