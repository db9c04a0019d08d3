import { Body, Controller, Delete, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { type CreateReportLink, createReportLink, type NewReportLink, newReportLink, type ReportLink, reportLink, uuid } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../accounts/access.js';
import type { Person } from '../accounts/auth-port.js';
import { CurrentOrganisation, CurrentPerson, type OrganisationContext } from '../accounts/caller.js';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { ownAddress } from '../operations/own-address.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { ReportLinks } from './report-links.js';

const id = { schema: uuid };

/** Sharing a month's report with people who have no account. Each link is told once. */
@Controller('organisations/:slug/report-links')
@Needs('shareReports')
export class ReportLinksController {
  constructor(
    private readonly links: ReportLinks,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Every link that was not taken back, latest first. */
  @Get()
  @Answers(reportLink.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<ReportLink[]> {
    return this.links.list(organisation);
  }

  /** Make a link. Whoever shares has a name: a program cannot. */
  @Post()
  @Answers(newReportLink, { status: 201 })
  async create(@CurrentOrganisation() organisation: OrganisationContext, @CurrentPerson() person: Person, @Body({ schema: createReportLink }) wanted: CreateReportLink, @Req() request: FastifyRequest): Promise<NewReportLink> {
    const { link, token } = await this.links.create(organisation, wanted, person);
    return { ...link, link: `${ownAddress(this.environment.publicUrl, request)}/partage?cle=${token}` };
  }

  /** Take a link back: it opens nothing any more. */
  @Delete(':linkId')
  @AnswersNothing()
  takeBack(@CurrentOrganisation() organisation: OrganisationContext, @Param('linkId', id) linkId: string): Promise<void> {
    return this.links.takeBack(organisation.id, linkId);
  }
}
