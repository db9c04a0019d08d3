import { Inject, Injectable } from '@nestjs/common';
import { type ChannelPassedOn, type InsightQuery, type Post, shareCallLetters } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { readPostsById } from '../posts/post-list.query.js';
import { toPostView } from '../posts/post-view.js';
import { readAskedSpans } from './asked-spans.js';
import { callFinder, describeSeries } from './describe-posts.js';
import { chooseMostShared, passedOnOf } from './passed-on.js';
import { readStoredSettings } from './queries/analysis-settings.query.js';
import { readTextPosts } from './queries/span-posts.query.js';

/** What people pass on. */
@Injectable()
export class PassedOnService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  byChannel(organisationId: string, query: InsightQuery): Promise<ChannelPassedOn[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const asked = await readAskedSpans(manager, organisationId, { query, at: this.clock() });
      const settings = await readStoredSettings(manager, organisationId);
      const rows = await readTextPosts(manager, asked, shareCallLetters(settings.shareCalls ?? undefined));
      const callsToShare = callFinder(settings);
      const spans = asked.heads.map((head) => {
        const posts = rows.get(head.channel.id) ?? [];
        const { series, seriesOf } = describeSeries(posts.map((post) => ({ ...post, text: post.beginning })));
        return { ...head, series, posts: posts.map((post) => ({ ...post, isShareOriented: callsToShare(post.call), series: seriesOf(post.id) })), mostShared: chooseMostShared(posts) };
      });
      const shown = await readPostViews(manager, organisationId, spans.flatMap(({ mostShared }) => mostShared));
      return spans.map(({ mostShared, ...span }) => passedOnOf(span, mostShared.flatMap((id) => shown.get(id) ?? [])));
    });
  }
}

async function readPostViews(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<Map<string, Post>> {
  return new Map((await readPostsById(manager, organisationId, ids)).map((row) => [row.postId, toPostView(row)]));
}
