import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { stopMails } from '@portee/shared';
import type { FastifyReply } from 'fastify';
import { Public } from '../accounts/access.js';
import { AnswersNothing } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { ReportMailingService } from './report-mailing.service.js';

/** For whoever wants no more mails. The address is in their headers, so that mail programs offer it as a button (RFC 8058). */
@Controller('report-mails/stop')
export class StopMailsController {
  constructor(private readonly mailing: ReportMailingService) {}

  /** Leads to the page that asks: programs that look into mails follow links, and must change nothing. */
  @Public()
  @Get()
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  ask(@Query({ schema: stopMails }) { token }: { token: string }, @Res({ passthrough: true }) reply: FastifyReply): void {
    reply.redirect(`/plus-de-rapport#${encodeURIComponent(token)}`, 303);
  }

  /** No more mails to this address. */
  @Public()
  @Post()
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  stop(@Query({ schema: stopMails }) { token }: { token: string }): Promise<void> {
    return this.mailing.stop(token);
  }
}
