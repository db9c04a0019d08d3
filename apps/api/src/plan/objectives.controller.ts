import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { type CreateObjective, createObjective, type Objective, objective, type UpdateObjective, updateObjective, uuid } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { ObjectivesService } from './objectives.service.js';

const id = { schema: uuid };

/** What channels are to reach, quarter by quarter. */
@Controller('organisations/:slug/plan/objectives')
@Needs('managePlan')
export class ObjectivesController {
  constructor(private readonly objectives: ObjectivesService) {}

  @Get()
  @Needs('readFigures')
  @Answers(objective.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<Objective[]> {
    return this.objectives.list(organisation.id);
  }

  @Post()
  @Answers(objective, { status: 201 })
  create(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: createObjective }) body: CreateObjective): Promise<Objective> {
    return this.objectives.create(organisation.id, body);
  }

  @Put(':objectiveId')
  @Answers(objective)
  update(@CurrentOrganisation() organisation: OrganisationContext, @Param('objectiveId', id) objectiveId: string, @Body({ schema: updateObjective }) body: UpdateObjective): Promise<Objective> {
    return this.objectives.update(organisation.id, objectiveId, body);
  }

  /** Undone by `restore`, for 30 days. */
  @Delete(':objectiveId')
  @AnswersNothing()
  remove(@CurrentOrganisation() organisation: OrganisationContext, @Param('objectiveId', id) objectiveId: string): Promise<void> {
    return this.objectives.remove(organisation.id, objectiveId);
  }

  @Post(':objectiveId/restore')
  @Answers(objective)
  restore(@CurrentOrganisation() organisation: OrganisationContext, @Param('objectiveId', id) objectiveId: string): Promise<Objective> {
    return this.objectives.restore(organisation.id, objectiveId);
  }
}
