import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { type EffortMonth, type EnterPostSpend, type PostDetail, type PostPage, type PostQuery, effortMonth, enterPostSpend, postDetail, postPage, postQuery, uuid } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { PostSpendService } from './post-spend.service.js';
import { PostsService } from './posts.service.js';

/** Posts: looked for, sorted, and one by one. */
@Controller('organisations/:slug')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly spend: PostSpendService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('posts')
  @Answers(postPage)
  page(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: postQuery }) query: PostQuery): Promise<PostPage> {
    return this.posts.page(organisation.id, query);
  }

  @Get('posts/:postId')
  @Answers(postDetail)
  one(@CurrentOrganisation() organisation: OrganisationContext, @Param('postId', { schema: uuid }) postId: string): Promise<PostDetail> {
    return this.posts.detail(organisation.id, postId);
  }

  /** Euros spent on pushing this post; its channel's month is answered. */
  @Put('posts/:postId/spend')
  @Needs('enterFigures')
  @Answers(effortMonth)
  enterSpend(@CurrentOrganisation() organisation: OrganisationContext, @Param('postId', { schema: uuid }) postId: string, @Body({ schema: enterPostSpend }) body: EnterPostSpend): Promise<EffortMonth> {
    return this.spend.enter({ organisationId: organisation.id, postId, at: this.clock() }, body);
  }
}
