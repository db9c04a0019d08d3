import { Body, Controller, Get, Inject, Param, Patch, Post, Req, UseGuards } from '@nestjs/common';
import {
  type CreateHostedOrganisation, createHostedOrganisation, type HostedOrganisation, hostedOrganisation, type InstallationHealth, installationHealth,
  type NewHostedOrganisation, newHostedOrganisation, type UpdateHostedOrganisation, updateHostedOrganisation, uuid,
} from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import type { Person } from '../accounts/auth-port.js';
import { CurrentPerson } from '../accounts/caller.js';
import { HostGuard } from '../accounts/host.guard.js';
import { invitationLink } from '../accounts/invitations.controller.js';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { Answers } from '../operations/answers.js';
import { HostedOrganisations } from './hosted-organisations.js';
import { InstallationHealthService } from './installation-health.js';

/** The installation for whoever runs it: its organisations by what they take, and how it does. */
@Controller('hosting')
@UseGuards(HostGuard)
export class HostingController {
  constructor(
    private readonly organisations: HostedOrganisations,
    private readonly health: InstallationHealthService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get('organisations')
  @Answers(hostedOrganisation.array())
  list(): Promise<HostedOrganisation[]> {
    return this.organisations.list();
  }

  /** The link for its first owner is told once. */
  @Post('organisations')
  @Answers(newHostedOrganisation, { status: 201 })
  async create(@CurrentPerson() person: Person, @Body({ schema: createHostedOrganisation }) wanted: CreateHostedOrganisation, @Req() request: FastifyRequest): Promise<NewHostedOrganisation> {
    const { organisation, token, expiresAt } = await this.organisations.create(wanted, person);
    return { organisation, link: invitationLink(token, this.environment.publicUrl, request), expiresAt: expiresAt.toISOString() };
  }

  @Patch('organisations/:organisationId')
  @Answers(hostedOrganisation)
  setLimits(@CurrentPerson() _: Person, @Param('organisationId', { schema: uuid }) organisationId: string, @Body({ schema: updateHostedOrganisation }) wanted: UpdateHostedOrganisation): Promise<HostedOrganisation> {
    return this.organisations.setLimits(organisationId, wanted);
  }

  @Get('health')
  @Answers(installationHealth)
  async readHealth(): Promise<InstallationHealth> {
    return this.health.read(await this.organisations.list());
  }
}
