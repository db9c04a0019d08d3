import { Controller, Get, Query } from '@nestjs/common';
import {
  type ChannelFormats, type ChannelPassedOn, type ChannelTiming, type ComparedChannel, type ComparisonQuery, type InsightQuery,
  channelFormats, channelPassedOn, channelTiming, comparedChannel, comparisonQuery, insightQuery,
} from '@portee/shared';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { ComparedChannelsService } from './compared-channels.service.js';
import { FormatsService } from './formats.service.js';
import { PassedOnService } from './passed-on.service.js';
import { TimingService } from './timing.service.js';

/** Questions asked of channels over a span: when, what, what gets passed on; and the channels side by side. */
@Controller('organisations/:slug/insights')
export class InsightsController {
  constructor(
    private readonly timing: TimingService,
    private readonly formats: FormatsService,
    private readonly passedOn: PassedOnService,
    private readonly channels: ComparedChannelsService,
  ) {}

  /** Bands, weekdays, slots and hours of the week, with the posts behind each. */
  @Get('timing')
  @Answers(channelTiming.array())
  byHour(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: insightQuery }) query: InsightQuery): Promise<ChannelTiming[]> {
    return this.timing.byChannel(organisation.id, query);
  }

  /** Formats and themes. */
  @Get('formats')
  @Answers(channelFormats.array())
  byFormat(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: insightQuery }) query: InsightQuery): Promise<ChannelFormats[]> {
    return this.formats.byChannel(organisation.id, query);
  }

  /** By call to share, by appointment, month by month, and the posts most passed on. */
  @Get('passed-on')
  @Answers(channelPassedOn.array())
  byShares(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: insightQuery }) query: InsightQuery): Promise<ChannelPassedOn[]> {
    return this.passedOn.byChannel(organisation.id, query);
  }

  /** A line a channel, made of months. */
  @Get('channels')
  @Answers(comparedChannel.array())
  sideBySide(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: comparisonQuery }) query: ComparisonQuery): Promise<ComparedChannel[]> {
    return this.channels.compare(organisation, query);
  }
}
