import { Injectable } from '@nestjs/common';
import type { PostQuery } from '@portee/shared';
import { Channel } from '../channels/channel.entity.js';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { PostReading } from '../networks/core/readings.js';
import { type ListedPostRow, type PostCursor, listPosts } from '../posts/post-list.query.js';
import { findTheme } from '../posts/themes.service.js';
import { recordAct } from '../operations/record-act.js';
import { writePorteeCsv } from './write-portee-csv.js';

const PAGE = 1_000;

/** Posts of an organisation as lines of Portée CSV, one a post, in constant memory. */
@Injectable()
export class PostsCsv {
  constructor(private readonly transaction: TenantTransaction) {}

  /** @throws ChannelError channel-not-found, ThemeError theme-not-found, before the first line is asked for */
  async lines(organisationId: string, query: Omit<PostQuery, 'cursor' | 'limit'>): Promise<AsyncGenerator<string>> {
    await this.transaction.run(organisationId, async (manager) => {
      if (query.channelId !== undefined) await findChannel(manager, organisationId, query.channelId);
      if (query.theme !== undefined) await findTheme(manager, organisationId, query.theme);
      await recordAct(manager, 'posts-exported');
    });
    return writePorteeCsv(this.rows(organisationId, { ...query, limit: PAGE }));
  }

  private async *rows(organisationId: string, query: PostQuery): AsyncGenerator<{ channel: { name: string; network: string }; reading: PostReading }> {
    const channels = new Map((await this.transaction.run(organisationId, (manager) => manager.findBy(Channel, { organisationId }))).map((channel) => [channel.id, channel]));
    for (let after: PostCursor | null = null; ; ) {
      const page = await this.page(organisationId, query, after);
      yield* page.rows.flatMap((row) => {
        const channel = channels.get(row.channelId);
        return channel ? [{ channel, reading: toReading(row) }] : [];
      });
      if (page.end === null) return;
      after = page.end;
    }
  }

  private async page(organisationId: string, query: PostQuery, after: PostCursor | null): Promise<{ rows: ListedPostRow[]; end: PostCursor | null }> {
    const { rows } = await this.transaction.run(organisationId, (manager) => listPosts(manager, organisationId, { query, after }));
    const shown = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return { rows: shown, end: last ? { key: last.key, id: last.postId } : null };
  }
}

/** An estimated count of followers is left out: read back, it would pass for a count. */
function toReading(row: ListedPostRow): PostReading {
  const { externalId, publishedAt, format, text, url, paid, deletedAt, observedAt } = row;
  const { reach, reachOrganic, reachPaid, reachFollowers, views, viewsOrganic, viewsPaid, viewsFollowers, likes, comments, shares, saves, clicks } = row;
  return {
    externalId, publishedAt, format, text, url, paid, deletedAt, observedAt, isShare: false, authorRole: null, themes: row.themes.map(({ name }) => name).toSorted(),
    figures: {
      followers: row.followersEstimated ? null : row.followers, reach, reachOrganic, reachPaid, reachFollowers, views, viewsOrganic, viewsPaid, viewsFollowers,
      likes, comments, shares, saves, clicks, videoViews: null, watchTimeSeconds: null,
    },
  };
}
