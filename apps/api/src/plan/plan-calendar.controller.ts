import { Controller, Get, Query } from '@nestjs/common';
import { type PlanCalendar, planCalendar, type PlanQuery, planQuery } from '@portee/shared';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { PlanCalendarService } from './plan-calendar.service.js';

/** What is planned, day by day. */
@Controller('organisations/:slug/plan/calendar')
export class PlanCalendarController {
  constructor(private readonly calendar: PlanCalendarService) {}

  /** Local days, both included, 400 at most; with what was left out, and what may have escaped the team. */
  @Get()
  @Answers(planCalendar)
  read(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: planQuery }) query: PlanQuery): Promise<PlanCalendar> {
    return this.calendar.read(organisation.id, query);
  }
}
