import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  type ChangeExperiment, changeExperiment, type Experiment, experiment, type ExperimentProposal, experimentProposal, type ExperimentQuery, experimentQuery, type PlacedPost, placedPost, type PlacePost,
  placePost, type StartExperiment, startExperiment, type TestedRecommendation, testedRecommendation, uuid,
} from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { ExperimentPosts } from './experiment-posts.service.js';
import { ExperimentsService } from './experiments.service.js';

const id = { schema: uuid };

/** Experiments: two ways of publishing, tried by drawn lots. */
@Controller('organisations/:slug/plan')
@Needs('managePlan')
export class ExperimentsController {
  constructor(
    private readonly experiments: ExperimentsService,
    private readonly posts: ExperimentPosts,
  ) {}

  @Get('experiments')
  @Needs('readFigures')
  @Answers(experiment.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<Experiment[]> {
    return this.experiments.list(organisation.id);
  }

  /** What an experiment on a recommendation would take, or that the channel is too small to know. */
  @Get('experiments/proposal')
  @Needs('readFigures')
  @Answers(experimentProposal)
  propose(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: experimentQuery }) query: ExperimentQuery): Promise<ExperimentProposal> {
    return this.experiments.propose(organisation.id, query);
  }

  /** With its slots and "12 of 38"; never with an effect before its reading. */
  @Get('experiments/:experimentId')
  @Needs('readFigures')
  @Answers(experiment)
  one(@CurrentOrganisation() organisation: OrganisationContext, @Param('experimentId', id) experimentId: string): Promise<Experiment> {
    return this.experiments.one(organisation.id, experimentId);
  }

  /** Draws it. One at a time on a channel. */
  @Post('experiments')
  @Answers(experiment, { status: 201 })
  start(@CurrentOrganisation() { id: organisationId, role }: OrganisationContext, @Body({ schema: startExperiment }) body: StartExperiment): Promise<Experiment> {
    return this.experiments.start({ organisationId, role }, body);
  }

  /** Plans a post for it: the answer says which arm was drawn, and the post stands in the calendar as it must be published. */
  @Post('experiments/:experimentId/posts')
  @Needs('planPosts')
  @Answers(placedPost)
  place(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('experimentId', id) experimentId: string, @Body({ schema: placePost }) body: PlacePost): Promise<PlacedPost> {
    return this.posts.place({ organisationId, experimentId }, body);
  }

  /** More slots, for posts that were lost. */
  @Post('experiments/:experimentId/extension')
  @Answers(experiment)
  extend(@CurrentOrganisation() organisation: OrganisationContext, @Param('experimentId', id) experimentId: string, @Body({ schema: changeExperiment }) body: ChangeExperiment): Promise<Experiment> {
    return this.experiments.extend(organisation.id, experimentId, body);
  }

  /** Kept, and never read. */
  @Post('experiments/:experimentId/giving-up')
  @Answers(experiment)
  giveUp(@CurrentOrganisation() organisation: OrganisationContext, @Param('experimentId', id) experimentId: string, @Body({ schema: changeExperiment }) body: ChangeExperiment): Promise<Experiment> {
    return this.experiments.giveUp(organisation.id, experimentId, body);
  }

  /** « Testé chez vous » : what takes the place of the estimate on the cards of recommendations, by their id. */
  @Get('tested')
  @Needs('readFigures')
  @Answers(testedRecommendation.array())
  tested(@CurrentOrganisation() organisation: OrganisationContext): Promise<TestedRecommendation[]> {
    return this.experiments.tested(organisation.id);
  }
}
