import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { type CreatePlannedPost, createPlannedPost, type PlannedPost, plannedPost, type PlanQuery, planQuery, type UpdatePlannedPost, updatePlannedPost, uuid } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { PlannedPostsService } from './planned-posts.service.js';

const id = { schema: uuid };

/** Single posts that somebody means to publish. */
@Controller('organisations/:slug/plan/posts')
@Needs('planPosts')
export class PlannedPostsController {
  constructor(private readonly posts: PlannedPostsService) {}

  @Get()
  @Needs('readFigures')
  @Answers(plannedPost.array())
  list(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: planQuery }) query: PlanQuery): Promise<PlannedPost[]> {
    return this.posts.list(organisation.id, query);
  }

  @Get(':plannedPostId')
  @Needs('readFigures')
  @Answers(plannedPost)
  one(@CurrentOrganisation() organisation: OrganisationContext, @Param('plannedPostId', id) postId: string): Promise<PlannedPost> {
    return this.posts.one(organisation.id, postId);
  }

  @Post()
  @Answers(plannedPost, { status: 201 })
  create(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: createPlannedPost }) body: CreatePlannedPost): Promise<PlannedPost> {
    return this.posts.create(organisation.id, body);
  }

  @Put(':plannedPostId')
  @Answers(plannedPost)
  update(@CurrentOrganisation() organisation: OrganisationContext, @Param('plannedPostId', id) postId: string, @Body({ schema: updatePlannedPost }) body: UpdatePlannedPost): Promise<PlannedPost> {
    return this.posts.update(organisation.id, postId, body);
  }

  /** Undone by `restore`, for 30 days. */
  @Delete(':plannedPostId')
  @AnswersNothing()
  remove(@CurrentOrganisation() organisation: OrganisationContext, @Param('plannedPostId', id) postId: string): Promise<void> {
    return this.posts.remove(organisation.id, postId);
  }

  @Post(':plannedPostId/restore')
  @Answers(plannedPost)
  restore(@CurrentOrganisation() organisation: OrganisationContext, @Param('plannedPostId', id) postId: string): Promise<PlannedPost> {
    return this.posts.restore(organisation.id, postId);
  }
}
