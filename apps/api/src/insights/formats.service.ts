import { Inject, Injectable } from '@nestjs/common';
import type { ChannelFormats, InsightQuery } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { readAskedSpans } from './asked-spans.js';
import { formatsOf } from './formats.js';
import { readFormattedPosts, readThemesOfSpans } from './queries/span-posts.query.js';

/** What to publish: how far formats and themes have gone. */
@Injectable()
export class FormatsService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  byChannel(organisationId: string, query: InsightQuery): Promise<ChannelFormats[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const asked = await readAskedSpans(manager, organisationId, { query, at: this.clock() });
      const rows = await readFormattedPosts(manager, asked);
      const themes = await readThemesOfSpans(manager, asked);
      return asked.heads.map((head) => formatsOf({ ...head, posts: (rows.get(head.channel.id) ?? []).map((row) => ({ ...row, themes: themes.get(row.id) ?? [] })) }));
    });
  }
}
