import { Body, Controller, Get, Put } from '@nestjs/common';
import { type PlanDocument, planDocument, type WritePlanDocument, writePlanDocument } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { PlanDocumentService } from './plan-document.service.js';

/** The written communication plan; on paper it is served by the room of reports. */
@Controller('organisations/:slug/plan/document')
@Needs('managePlan')
export class PlanDocumentController {
  constructor(private readonly plans: PlanDocumentService) {}

  @Get()
  @Needs('readFigures')
  @Answers(planDocument)
  read(@CurrentOrganisation() { id: organisationId, language }: OrganisationContext): Promise<PlanDocument> {
    return this.plans.read({ organisationId, language });
  }

  /** The whole of what the team writes. */
  @Put()
  @Answers(planDocument)
  write(@CurrentOrganisation() { id: organisationId, language }: OrganisationContext, @Body({ schema: writePlanDocument }) body: WritePlanDocument): Promise<PlanDocument> {
    return this.plans.write({ organisationId, language }, body);
  }
}
