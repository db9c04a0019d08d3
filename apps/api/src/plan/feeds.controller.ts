import { Body, Controller, Delete, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { type CreatePlanFeed, createPlanFeed, type NewPlanFeed, newPlanFeed, type PlanFeed, planFeed, uuid } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { ownAddress } from '../operations/own-address.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { FeedsService } from './feeds.service.js';

const id = { schema: uuid };

/** Addresses at which calendar programs read the plan. Whoever has one sees the plan: coordinators give them out. */
@Controller('organisations/:slug/plan/feeds')
@Needs('managePlan')
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  @Answers(planFeed.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<PlanFeed[]> {
    return this.feeds.list(organisation.id);
  }

  /** The address is told this once. */
  @Post()
  @Answers(newPlanFeed, { status: 201 })
  async create(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: createPlanFeed }) { role }: CreatePlanFeed, @Req() request: FastifyRequest): Promise<NewPlanFeed> {
    return this.told(await this.feeds.create(organisation.id, role), request);
  }

  /** Another address for the same feed; the earlier one opens nothing any more. */
  @Post(':feedId/renew')
  @Answers(newPlanFeed)
  async renew(@CurrentOrganisation() organisation: OrganisationContext, @Param('feedId', id) feedId: string, @Req() request: FastifyRequest): Promise<NewPlanFeed> {
    return this.told(await this.feeds.renew(organisation.id, feedId), request);
  }

  @Delete(':feedId')
  @AnswersNothing()
  revoke(@CurrentOrganisation() organisation: OrganisationContext, @Param('feedId', id) feedId: string): Promise<void> {
    return this.feeds.revoke(organisation.id, feedId);
  }

  private told({ feed, token }: { feed: PlanFeed; token: string }, request: FastifyRequest): NewPlanFeed {
    return { ...feed, address: `${ownAddress(this.environment.publicUrl, request)}/api/v1/plan.ics?token=${token}` };
  }
}
