import { Inject, Injectable } from '@nestjs/common';
import type { ChannelPassedOn, InsightQuery, Post } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { readPostsById } from '../posts/post-list.query.js';
import { toPostView } from '../posts/post-view.js';
import { describeTexts } from './describe-posts.js';
import { eachSpan } from './each-span.js';
import { chooseMostShared, passedOnOf } from './passed-on.js';
import { readTextPosts } from './queries/span-posts.query.js';

/** What people pass on. */
@Injectable()
export class PassedOnService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  byChannel(organisationId: string, query: InsightQuery): Promise<ChannelPassedOn[]> {
    return eachSpan(this.transaction, { organisationId, query, at: this.clock() }, async ({ manager, head, place, settings }) => {
      const rows = await readTextPosts(manager, place);
      const { series, textOf } = describeTexts(rows, settings);
      const posts = rows.map((row) => ({ ...row, ...textOf(row) }));
      return passedOnOf({ ...head, series, posts }, await readPosts(manager, organisationId, chooseMostShared(posts)));
    });
  }
}

/** In the order of the ids. */
async function readPosts(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<Post[]> {
  const rows = new Map((await readPostsById(manager, organisationId, ids)).map((row) => [row.postId, row]));
  return ids.flatMap((id) => rows.get(id) ?? []).map(toPostView);
}
