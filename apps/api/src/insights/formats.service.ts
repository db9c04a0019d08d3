import { Inject, Injectable } from '@nestjs/common';
import type { ChannelFormats, InsightQuery } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { eachSpan } from './each-span.js';
import { formatsOf } from './formats.js';
import { readFormattedPosts } from './queries/span-posts.query.js';

/** What to publish: how far formats and themes have gone. */
@Injectable()
export class FormatsService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  byChannel(organisationId: string, query: InsightQuery): Promise<ChannelFormats[]> {
    return eachSpan(this.transaction, { organisationId, query, at: this.clock() }, async ({ manager, head, place }) =>
      formatsOf({ ...head, posts: await readFormattedPosts(manager, place) }));
  }
}
