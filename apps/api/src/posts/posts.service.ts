import { Injectable } from '@nestjs/common';
import { type Post, type PostDetail, type PostPage, type PostQuery, addMonths, definitionAt, firstDay, monthOf, postDetail, reachFigures } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { networkOf } from '../networks/registry.js';
import { PostError } from './post-error.js';
import { type PostCursor, listPosts, readPost } from './post-list.query.js';
import { readPostReadings } from './post-readings.query.js';
import { readPostStats } from './post-stat-row.js';
import { toPostView } from './post-view.js';
import { findTheme } from './themes.service.js';

const cursorShape = z.object({ key: z.number(), id: z.uuid() });
const SHOWN_MEASURES = ['reach', 'views', 'likes', 'comments', 'shares', 'saves', 'clicks'] as const;

/** Posts as people look for them. */
@Injectable()
export class PostsService {
  constructor(private readonly transaction: TenantTransaction) {}

  page(organisationId: string, query: PostQuery): Promise<PostPage> {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
    return this.transaction.run(organisationId, async (manager) => {
      if (query.channelId !== undefined) await findChannel(manager, organisationId, query.channelId);
      if (query.theme !== undefined) await findTheme(manager, organisationId, query.theme);
      const { rows, total } = await listPosts(manager, organisationId, { query, after });
      const shown = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? shown.at(-1) : undefined;
      return { items: shown.map(toPostView), nextCursor: last ? encodeCursor({ key: last.key, id: last.postId }) : null, total };
    });
  }

  detail(organisationId: string, id: string): Promise<PostDetail> {
    return this.transaction.run(organisationId, async (manager) => {
      const row = await readPost(manager, organisationId, id);
      if (!row) throw new PostError('post-not-found');
      const post = toPostView(row);
      const channel = await findChannel(manager, organisationId, row.channelId);
      const network = networkOf(channel.network);
      return postDetail.parse({
        post,
        readings: await readPostReadings(manager, organisationId, { id, publishedAt: row.publishedAt }),
        finalAgeDays: network.finalAgeDays,
        usual: await usualBefore(manager, { organisationId, id: channel.id, definitions: network.definitions }, { post, definitionDay: row.definitionDay }),
        definitions: SHOWN_MEASURES.flatMap((measure) => {
          const definition = definitionAt(network.definitions, measure, row.definitionDay);
          return definition?.given ? [{ measure, networkName: definition.networkNames.file ?? definition.networkNames.api ?? null, validFrom: definition.validFrom }] : [];
        }),
      });
    });
  }
}

interface ComparedChannel {
  organisationId: string;
  id: string;
  definitions: ReturnType<typeof networkOf>['definitions'];
}

/** The channel's usual rate over the twelve months before a post, among posts counted the same way. */
async function usualBefore(manager: EntityManager, channel: ComparedChannel, at: { post: Post; definitionDay: string }): Promise<PostDetail['usual']> {
  const { post, definitionDay } = at;
  const rows = await readPostStats(manager, channel, { from: firstDay(addMonths(monthOf(post.localDay), -12)), to: post.localDay });
  const definition = (day: string) => definitionAt(channel.definitions, 'reach', day)?.id;
  const alike = rows.filter((row) => row.ineligible === null && row.postId !== post.id && row.publishedAt.toISOString() < post.publishedAt && definition(row.definitionDay) === definition(definitionDay));
  const figures = reachFigures(alike);
  return figures.organic.median === null ? figures.all : figures.organic;
}

function encodeCursor(cursor: PostCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function decodeCursor(text: string): PostCursor {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (cause) {
    throw new PostError('cursor-unreadable', {}, { cause });
  }
}
