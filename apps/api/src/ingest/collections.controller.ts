import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Collection, type IngestionRun, type RunsQuery, collection, ingestionRun, runsQuery, uuid } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { CollectionsService } from './collections.service.js';

const id = { schema: uuid };

/** Collections: how each channel is doing, what was read, and what a person may ask. */
@Controller('organisations/:slug')
export class CollectionsController {
  constructor(private readonly collections: CollectionsService) {}

  /** Channels that are asked by themselves; those that live on files or by hand are not among them. */
  @Get('collections')
  @Answers(collection.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<Collection[]> {
    return this.collections.list(organisation.id);
  }

  @Get('channels/:channelId/runs')
  @Answers(ingestionRun.array())
  runs(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string, @Query({ schema: runsQuery }) { limit }: RunsQuery): Promise<IngestionRun[]> {
    return this.collections.runs({ organisationId: organisation.id, channelId }, limit);
  }

  @Post('channels/:channelId/collect')
  @Needs('enterFigures')
  @Answers(collection)
  collectNow(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string): Promise<Collection> {
    return this.collections.collectNow({ organisationId: organisation.id, channelId });
  }

  @Post('channels/:channelId/pause')
  @Needs('manageChannels')
  @Answers(collection)
  pause(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string): Promise<Collection> {
    return this.collections.pause({ organisationId: organisation.id, channelId });
  }

  @Post('channels/:channelId/resume')
  @Needs('manageChannels')
  @Answers(collection)
  resume(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string): Promise<Collection> {
    return this.collections.resume({ organisationId: organisation.id, channelId });
  }
}
