import { Injectable } from '@nestjs/common';
import { excerptAround, MAX_FOUND, postQuery, searchWords, type SearchResults } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { listPosts } from '../posts/post-list.query.js';
import { findAppointments, findChannels, findLines, findObjectives, findPlannedPosts } from './found.query.js';

@Injectable()
export class SearchService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** @param question  words that all must stand in what is found */
  find(organisationId: string, question: string): Promise<SearchResults> {
    const words = searchWords(question);
    const asked = { organisationId, words };
    return this.transaction.runUnmoved(organisationId, async (manager) => ({
      posts: await findPosts(manager, organisationId, question),
      channels: await findChannels(manager, asked),
      lines: shortened(await findLines(manager, asked), words),
      appointments: shortened(await findAppointments(manager, asked), words),
      plannedPosts: shortened(await findPlannedPosts(manager, asked), words),
      objectives: await findObjectives(manager, asked),
    }));
  }
}

/** The same posts that the list of posts would show for these words, the latest first. */
async function findPosts(manager: EntityManager, organisationId: string, question: string): Promise<SearchResults['posts']> {
  const { rows, total } = await listPosts(manager, organisationId, { query: postQuery.parse({ q: question, limit: MAX_FOUND }), after: null });
  const items = rows.slice(0, MAX_FOUND).map((row) => ({
    id: row.postId, channelId: row.channelId, day: row.localDay, time: row.localTime, format: row.format, excerpt: excerptAround(row.text ?? '', searchWords(question)),
  }));
  return { items, total };
}

/** Of a long note, the part in which a word stands. */
function shortened<Item extends { note: string | null }>({ items, total }: { items: Item[]; total: number }, words: readonly string[]): { items: Item[]; total: number } {
  return { items: items.map((item) => ({ ...item, note: item.note === null ? null : excerptAround(item.note, words) })), total };
}
