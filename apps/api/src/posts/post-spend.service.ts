import { Injectable } from '@nestjs/common';
import { type EffortMonth, type EnterPostSpend, monthOf } from '@portee/shared';
import { writePostEuros } from '../channels/effort.query.js';
import { readEffortMonth } from '../channels/effort.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { holdLedger } from './hold-ledger.js';
import { PostError } from './post-error.js';
import { readPost } from './post-list.query.js';

/** What pushing one post cost. */
@Injectable()
export class PostSpendService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Counts in the local month in which the post was published; that month of its channel is answered. */
  enter(place: { organisationId: string; postId: string; at: Date }, { euros }: EnterPostSpend): Promise<EffortMonth> {
    const { organisationId, postId, at } = place;
    return this.transaction.run(organisationId, async (manager) => {
      await holdLedger(manager, organisationId);
      const post = await readPost(manager, organisationId, postId);
      if (!post) throw new PostError('post-not-found');
      const month = { organisationId, channelId: post.channelId, month: monthOf(post.localDay), at };
      await writePostEuros(manager, month, { postId, euros });
      return readEffortMonth(manager, month);
    });
  }
}
