import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type MonthlyReport, reportWords, sharedReportQuery, type SharedReportQuery } from '@portee/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../accounts/access.js';
import { AnswersFile } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { MonthlyReportService } from './monthly-report.service.js';
import { renderPdf } from './render-pdf.js';
import { type OpenedReport, ReportLinks } from './report-links.js';
import { sharedPage } from './shared-page.js';
import { troublePage } from './trouble-page.js';

/**
 * The address is the key: neither kept by those in between, nor told to another page, nor found by a search engine. The page runs nothing and
 * asks nobody else for anything.
 */
const SECRET_PAGE = {
  'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow, noarchive',
  'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** A person without an account is refused by a page, whatever the trouble. */
const asPage = { problemPage: { headers: SECRET_PAGE, write: troublePage } };
/** A whole board reads from one room; what is guessed is told nothing at whatever speed. */
const READING = { ...asPage, rateLimit: { max: 60, timeWindow: '1 minute' } };

/** The report of a month for whoever has the link to it: without an account, without a script. */
@Controller('partage')
export class SharedReportController {
  constructor(
    private readonly links: ReportLinks,
    private readonly reports: MonthlyReportService,
  ) {}

  /** The report as a page, in the language of the link. */
  @Public()
  @Get()
  @RouteConfig(READING)
  @AnswersFile('text/html')
  async page(@Query({ schema: sharedReportQuery }) { cle }: SharedReportQuery, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { link, report } = await this.open(cle, request);
    reply.headers({ ...SECRET_PAGE, 'content-type': 'text/html; charset=utf-8' });
    return sharedPage(report, { words: reportWords(link.language), lastDay: link.lastDay, pdf: `/partage/rapport.pdf?cle=${encodeURIComponent(cle)}` });
  }

  /** The same report for the board: A4. */
  @Public()
  @Get('rapport.pdf')
  @RouteConfig({ ...asPage, ...FEW_TRIES })
  @AnswersFile('application/pdf')
  async pdf(@Query({ schema: sharedReportQuery }) { cle }: SharedReportQuery, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { link, report } = await this.open(cle, request);
    const bytes = await renderPdf(report, { locale: link.language });
    reply.headers(SECRET_PAGE);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${link.slug}-${link.month}.pdf"` });
  }

  private async open(token: string, { method }: FastifyRequest): Promise<{ link: OpenedReport; report: MonthlyReport }> {
    const link = await this.links.open(token, { isRead: method !== 'HEAD' });
    return { link, report: await this.reports.assemble(link.organisationId, link.month, link.language) };
  }
}
