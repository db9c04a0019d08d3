import { Controller, Get, Param, Query } from '@nestjs/common';
import { type ChannelOutlook, type Recommendation, type RecommendationEvidence, type RecommendationQuery, channelOutlook, recommendation, recommendationEvidence, recommendationQuery, uuid } from '@portee/shared';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { RecommendationsService } from './recommendations.service.js';

/** What can be said of channels, how sure it is, and how it is known. */
@Controller('organisations/:slug/recommendations')
export class RecommendationsController {
  constructor(private readonly recommendations: RecommendationsService) {}

  /** One record a level: the same as the command line's. */
  @Get()
  @Answers(recommendation.array())
  records(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: recommendationQuery }) query: RecommendationQuery): Promise<Recommendation[]> {
    return this.recommendations.records(organisation.id, query);
  }

  /** The records of each channel with everything a page shows beside them. */
  @Get('outlook')
  @Answers(channelOutlook.array())
  outlooks(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: recommendationQuery }) query: RecommendationQuery): Promise<ChannelOutlook[]> {
    return this.recommendations.outlooks(organisation.id, query);
  }

  /** « Comment le savons-nous ? » */
  @Get(':recommendationId/evidence')
  @Answers(recommendationEvidence)
  evidence(@CurrentOrganisation() organisation: OrganisationContext, @Param('recommendationId', { schema: uuid }) id: string): Promise<RecommendationEvidence> {
    return this.recommendations.evidence(organisation.id, id);
  }
}
