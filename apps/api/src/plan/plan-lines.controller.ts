import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { type CreatePlanLine, createPlanLine, type PlanLine, planLine, type UpdatePlanLine, updatePlanLine, uuid } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { PlanLinesService } from './plan-lines.service.js';

const id = { schema: uuid };

/** Lines of the communication plan. */
@Controller('organisations/:slug/plan/lines')
@Needs('managePlan')
export class PlanLinesController {
  constructor(private readonly lines: PlanLinesService) {}

  @Get()
  @Needs('readFigures')
  @Answers(planLine.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<PlanLine[]> {
    return this.lines.list(organisation.id);
  }

  @Post()
  @Answers(planLine, { status: 201 })
  create(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: createPlanLine }) body: CreatePlanLine): Promise<PlanLine> {
    return this.lines.create(organisation.id, body);
  }

  @Put(':planLineId')
  @Answers(planLine)
  update(@CurrentOrganisation() organisation: OrganisationContext, @Param('planLineId', id) lineId: string, @Body({ schema: updatePlanLine }) body: UpdatePlanLine): Promise<PlanLine> {
    return this.lines.update(organisation.id, lineId, body);
  }

  /** Undone by `restore`, for 30 days. */
  @Delete(':planLineId')
  @AnswersNothing()
  remove(@CurrentOrganisation() organisation: OrganisationContext, @Param('planLineId', id) lineId: string): Promise<void> {
    return this.lines.remove(organisation.id, lineId);
  }

  @Post(':planLineId/restore')
  @Answers(planLine)
  restore(@CurrentOrganisation() organisation: OrganisationContext, @Param('planLineId', id) lineId: string): Promise<PlanLine> {
    return this.lines.restore(organisation.id, lineId);
  }
}
