import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  type Channel, type ChannelFollowersQuery, type CreateChannel, type DeclareUnpaid, type EnterFollowers, type EnterMonthlyFigure, type FollowersOnDay,
  type MonthlyFigure, type UnpaidPeriod, type UpdateChannel, channel, channelFollowersQuery, createChannel, declareUnpaid, enterFollowers, enterMonthlyFigure,
  followersOnDay, monthlyFigure, unpaidPeriod, updateChannel, uuid,
} from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { ChannelsService } from './channels.service.js';
import { type Hand, HandEntryService } from './hand-entry.service.js';

const id = { schema: uuid };

/** Channels, and what is typed in by hand about them. */
@Controller('organisations/:slug/channels')
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly hands: HandEntryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(channel.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<Channel[]> {
    return this.channels.list(organisation.id);
  }

  @Post()
  @Needs('manageChannels')
  @Answers(channel, { status: 201 })
  create(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: createChannel }) body: CreateChannel): Promise<Channel> {
    return this.channels.create(organisation, body);
  }

  @Get(':channelId')
  @Answers(channel)
  one(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string): Promise<Channel> {
    return this.channels.one(organisation.id, channelId);
  }

  @Patch(':channelId')
  @Needs('manageChannels')
  @Answers(channel)
  update(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string, @Body({ schema: updateChannel }) body: UpdateChannel): Promise<Channel> {
    return this.channels.update(organisation.id, channelId, body);
  }

  @Get(':channelId/followers')
  @Answers(followersOnDay.array())
  followers(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string, @Query({ schema: channelFollowersQuery }) query: ChannelFollowersQuery): Promise<FollowersOnDay[]> {
    return this.hands.followers({ organisationId: organisation.id, channelId }, query);
  }

  /** « Combien d’abonnés ce canal a-t-il aujourd’hui ? », and at earlier dates. */
  @Post(':channelId/followers')
  @Needs('enterFigures')
  @Answers(followersOnDay.array())
  enterFollowers(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string, @Body({ schema: enterFollowers }) body: EnterFollowers): Promise<FollowersOnDay[]> {
    return this.hands.enterFollowers(this.hand(organisation, channelId), body);
  }

  @Get(':channelId/monthly-figures')
  @Answers(monthlyFigure.array())
  monthlyFigures(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string): Promise<MonthlyFigure[]> {
    return this.hands.monthlyFigures(organisation.id, channelId);
  }

  @Post(':channelId/monthly-figures')
  @Needs('enterFigures')
  @Answers(monthlyFigure.array())
  enterMonthlyFigure(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string, @Body({ schema: enterMonthlyFigure }) body: EnterMonthlyFigure): Promise<MonthlyFigure[]> {
    return this.hands.enterMonthlyFigure(this.hand(organisation, channelId), body);
  }

  @Get(':channelId/unpaid-periods')
  @Answers(unpaidPeriod.array())
  unpaidPeriods(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string): Promise<UnpaidPeriod[]> {
    return this.hands.unpaidPeriods(organisation.id, channelId);
  }

  @Post(':channelId/unpaid-periods')
  @Needs('enterFigures')
  @Answers(unpaidPeriod.array())
  declareUnpaid(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string, @Body({ schema: declareUnpaid }) body: DeclareUnpaid): Promise<UnpaidPeriod[]> {
    return this.hands.declareUnpaid(this.hand(organisation, channelId), body);
  }

  @Delete(':channelId/unpaid-periods/:periodId')
  @Needs('enterFigures')
  @Answers(unpaidPeriod.array())
  withdrawUnpaid(@CurrentOrganisation() organisation: OrganisationContext, @Param('channelId', id) channelId: string, @Param('periodId', id) periodId: string): Promise<UnpaidPeriod[]> {
    return this.hands.withdrawUnpaid(this.hand(organisation, channelId), periodId);
  }

  private hand(organisation: OrganisationContext, channelId: string): Hand {
    return { organisationId: organisation.id, channelId, role: organisation.role, at: this.clock() };
  }
}
