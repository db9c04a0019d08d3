import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { type DecideRecommendation, decideRecommendation, type RecommendationDecision, recommendationDecision, uuid, type WithdrawnDecision, withdrawnDecision } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { DecisionsService } from './decisions.service.js';

const id = { schema: uuid };

/** What the team decides of its recommendations. */
@Controller('organisations/:slug')
export class DecisionsController {
  constructor(private readonly decisions: DecisionsService) {}

  @Get('plan/decisions')
  @Answers(recommendationDecision.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<RecommendationDecision[]> {
    return this.decisions.list(organisation.id);
  }

  @Post('recommendations/:recommendationId/decision')
  @Needs('managePlan')
  @Answers(recommendationDecision, { status: 201 })
  decide(@CurrentOrganisation() { id: organisationId, timeZone, role }: OrganisationContext, @Param('recommendationId', id) recommendationId: string, @Body({ schema: decideRecommendation }) body: DecideRecommendation): Promise<RecommendationDecision> {
    return this.decisions.decide({ organisationId, timeZone, role }, recommendationId, body);
  }

  /** Takes the decision named back, as long as it stands, with the line it put into the plan; the one before stands again. */
  @Delete('recommendations/:recommendationId/decision')
  @Needs('managePlan')
  @Answers(recommendationDecision.nullable())
  withdraw(@CurrentOrganisation() organisation: OrganisationContext, @Param('recommendationId', id) recommendationId: string, @Query({ schema: withdrawnDecision }) { decision }: WithdrawnDecision): Promise<RecommendationDecision | null> {
    return this.decisions.withdraw(organisation.id, recommendationId, decision);
  }
}
