import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { type ChannelEffort, type EffortMonth, type EffortQuery, type EnterEffort, type EnterEfforts, askedMonth, channelEffort, effortMonth, effortQuery, enterEffort, enterEfforts, uuid } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { EffortService } from './effort.service.js';

const id = { schema: uuid };

/** Hours of work and euros of a channel, by month; never by named person. */
@Controller('organisations/:slug/channels/:channelId/effort')
export class EffortController {
  constructor(
    private readonly effort: EffortService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(effortMonth.array())
  months(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string, @Query({ schema: effortQuery }) query: EffortQuery): Promise<EffortMonth[]> {
    return this.effort.months({ organisationId: organisation.id, channelId, at: this.clock() }, query);
  }

  @Put(':month')
  @Needs('enterFigures')
  @Answers(effortMonth)
  enter(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string, @Param('month', { schema: askedMonth }) month: string, @Body({ schema: enterEffort }) body: EnterEffort): Promise<EffortMonth> {
    return this.effort.enter({ organisationId: organisation.id, channelId, month, at: this.clock() }, body);
  }
}

/** The same of all channels at once: what a team enters in one go. */
@Controller('organisations/:slug/effort')
export class OrganisationEffortController {
  constructor(
    private readonly effort: EffortService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(channelEffort.array())
  months(@CurrentOrganisation() { id: organisationId, timeZone }: OrganisationContext, @Query({ schema: effortQuery }) query: EffortQuery): Promise<ChannelEffort[]> {
    return this.effort.ofOrganisation({ organisationId, timeZone, at: this.clock() }, query);
  }

  @Put(':month')
  @Needs('enterFigures')
  @Answers(channelEffort.array())
  enter(@CurrentOrganisation() organisation: OrganisationContext, @Param('month', { schema: askedMonth }) month: string, @Body({ schema: enterEfforts }) body: EnterEfforts): Promise<ChannelEffort[]> {
    return this.effort.enterAll({ organisationId: organisation.id, month, at: this.clock() }, body);
  }
}
