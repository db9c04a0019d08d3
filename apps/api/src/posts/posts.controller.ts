import { Controller, Get, Param, Query } from '@nestjs/common';
import { type PostDetail, type PostPage, type PostQuery, postDetail, postPage, postQuery, uuid } from '@portee/shared';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { PostsService } from './posts.service.js';

/** Posts: looked for, sorted, and one by one. */
@Controller('organisations/:slug')
export class PostsController {
  constructor(private readonly posts: PostsService) {}

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
}
