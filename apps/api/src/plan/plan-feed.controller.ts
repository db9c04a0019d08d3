import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { planFeedQuery } from '@portee/shared';
import type { FastifyReply } from 'fastify';
import { Public } from '../accounts/access.js';
import { AnswersFile } from '../operations/answers.js';
import { PlanFeedService } from './plan-feed.service.js';

/** A year of a full plan takes half a second to write. Whole towns may read from one address. */
const FAIR_USE = { rateLimit: { max: 120, timeWindow: '1 minute' } };

/** Where calendar programs read the plan, which can give no other key than an address. */
@Controller('plan.ics')
export class PlanFeedController {
  constructor(private readonly feed: PlanFeedService) {}

  /** An iCalendar. What opens nothing is answered like an address at which there is nothing. */
  @Public()
  @Get()
  @RouteConfig(FAIR_USE)
  @AnswersFile('text/calendar')
  async read(@Query({ schema: planFeedQuery }) { token }: { token: string }, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const calendar = await this.feed.read(token);
    // The address is the key: neither kept by those in between, nor told to another page, nor found by a search engine.
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    return new StreamableFile(Buffer.from(calendar), { type: 'text/calendar; charset=utf-8', disposition: 'inline; filename="plan.ics"' });
  }
}
