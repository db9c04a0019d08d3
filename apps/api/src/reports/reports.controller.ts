import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { type MonthlyReport, askedMonth, monthlyReport, reportQuery, type ReportQuery } from '@portee/shared';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers, AnswersFile } from '../operations/answers.js';
import { MonthlyReportService } from './monthly-report.service.js';
import { renderPdf } from './render-pdf.js';

const aMonth = { schema: askedMonth };

/** The month of an organisation, one value in several renderings. */
@Controller('organisations/:slug/reports')
export class ReportsController {
  constructor(private readonly reports: MonthlyReportService) {}

  /** For the board: A4, in the language of whoever asks. */
  @Get(':month.pdf')
  @AnswersFile('application/pdf')
  async pdf(@CurrentOrganisation() organisation: OrganisationContext, @Param('month', aMonth) month: string): Promise<StreamableFile> {
    const report = await this.reports.assemble(organisation.id, month, organisation.language);
    const bytes = await renderPdf(report, { locale: organisation.language });
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${organisation.slug}-${month}.pdf"` });
  }

  @Get(':month')
  @Answers(monthlyReport)
  month(@CurrentOrganisation() { id, language }: OrganisationContext, @Param('month', aMonth) month: string, @Query({ schema: reportQuery }) { figures }: ReportQuery): Promise<MonthlyReport> {
    return figures === 'present' ? this.reports.assemblePresent(id, month, language) : this.reports.assemble(id, month, language);
  }
}
