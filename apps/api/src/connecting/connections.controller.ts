import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type Channel, type ChooseChannels, type Connection, type StartConnection, channel, chooseChannels, connection, startConnection, uuid } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { Answers } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { BeginConnection } from './begin-connection.service.js';
import { ChooseChannelsService } from './choose-channels.service.js';
import { DisconnectChannel } from './disconnect-channel.service.js';
import { redirectAddress } from './redirect-address.js';

const id = { schema: uuid };

/** Connecting channels, and shutting their doors again. */
@Controller('organisations/:slug')
export class ConnectionsController {
  constructor(
    private readonly begin: BeginConnection,
    private readonly choosing: ChooseChannelsService,
    private readonly disconnecting: DisconnectChannel,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Begin: the answer holds channels to choose, or the network's page on which to say yes. */
  @Post('connections')
  @Needs('manageChannels')
  @RouteConfig(FEW_TRIES)
  @Answers(connection, { status: 201 })
  start(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: startConnection }) body: StartConnection, @Req() request: FastifyRequest): Promise<Connection> {
    return this.begin.run(organisation, body, redirectAddress(this.environment, request));
  }

  /** Only for whoever began it, for a quarter of an hour. */
  @Get('connections/:connectionId')
  @Needs('manageChannels')
  @Answers(connection)
  one(@CurrentOrganisation() organisation: OrganisationContext, @Param('connectionId', id) connectionId: string): Promise<Connection> {
    return this.choosing.show(organisation, connectionId);
  }

  /** Each channel is tried first; one that cannot be read refuses all, and nothing is written. */
  @Post('connections/:connectionId/choose')
  @Needs('manageChannels')
  @Answers(channel.array())
  choose(@CurrentOrganisation() organisation: OrganisationContext, @Param('connectionId', id) connectionId: string, @Body({ schema: chooseChannels }) body: ChooseChannels): Promise<Channel[]> {
    return this.choosing.run(organisation, connectionId, body);
  }

  /** What was read stays; what opened the channel is deleted. */
  @Post('channels/:channelId/disconnect')
  @Needs('manageChannels')
  @Answers(channel)
  disconnect(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string): Promise<Channel> {
    return this.disconnecting.run({ organisationId: organisation.id, channelId });
  }
}
