import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { type PostQuery, postQuery } from '@portee/shared';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { AnswersFile } from '../operations/answers.js';
import { PostsCsv } from './posts-csv.js';

const wanted = postQuery.omit({ cursor: true, limit: true });

/** Posts as Portée CSV: what leaves the house can come back in. */
@Controller('organisations/:slug')
export class PostsCsvController {
  constructor(private readonly posts: PostsCsv) {}

  /** The same filters as the list, every page of it. */
  @Get('posts.csv')
  @AnswersFile('text/csv')
  async csv(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: wanted }) query: Omit<PostQuery, 'cursor' | 'limit'>): Promise<StreamableFile> {
    const lines = await this.posts.lines(organisation.id, query);
    return new StreamableFile(Readable.from(lines), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${organisation.slug}-publications.csv"` });
  }
}
