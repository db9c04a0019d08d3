import { Body, Controller, Delete, Get, Inject, Param, Put, Req, UseGuards } from '@nestjs/common';
import { type NetworkApplication, type SetNetworkApplication, networkApplication, setNetworkApplication } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { HostGuard } from '../accounts/host.guard.js';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { Answers } from '../operations/answers.js';
import { HostApplications } from './host-applications.service.js';
import { redirectAddress } from './redirect-address.js';

/** Portée's registrations at networks, for whoever runs the installation. */
@Controller('hosting/applications')
@UseGuards(HostGuard)
export class ApplicationsController {
  constructor(private readonly applications: HostApplications, @Inject(ENVIRONMENT) private readonly environment: Environment) {}

  /** Networks that want one, registered or not. */
  @Get()
  @Answers(networkApplication.array())
  list(@Req() request: FastifyRequest): Promise<NetworkApplication[]> {
    return this.applications.list(redirectAddress(this.environment, request));
  }

  /** The secret goes in and never comes out. */
  @Put(':network')
  @Answers(networkApplication.array())
  async set(@Param('network') network: string, @Body({ schema: setNetworkApplication }) body: SetNetworkApplication, @Req() request: FastifyRequest): Promise<NetworkApplication[]> {
    await this.applications.set(network, body);
    return this.list(request);
  }

  /** Channels that were connected with it stop being collected; their figures stay. */
  @Delete(':network')
  @Answers(networkApplication.array())
  async remove(@Param('network') network: string, @Req() request: FastifyRequest): Promise<NetworkApplication[]> {
    await this.applications.remove(network);
    return this.list(request);
  }
}
