import { Controller, Get, Query } from '@nestjs/common';
import { type ChannelReach, type ChannelSharing, type ReachQuery, channelReach, channelSharing, reachQuery } from '@portee/shared';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { ReachService } from './reach.service.js';

/** Figures of channels over months and spans. */
@Controller('organisations/:slug/insights')
export class ReachController {
  constructor(private readonly reach: ReachService) {}

  /** Usual reach rate per month, oldest first; a month without settled posts is kept, as nulls. */
  @Get('reach')
  @Answers(channelReach.array())
  byMonth(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: reachQuery }) query: ReachQuery): Promise<ChannelReach[]> {
    return this.reach.byMonth(organisation.id, query);
  }

  /** Shares per like, per month. */
  @Get('sharing')
  @Answers(channelSharing.array())
  sharing(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: reachQuery }) query: ReachQuery): Promise<ChannelSharing[]> {
    return this.reach.sharing(organisation.id, query);
  }
}
