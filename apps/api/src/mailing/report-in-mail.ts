import { Injectable, type OnModuleInit } from '@nestjs/common';
import { figuresSentence, reportHeadline, reportWords } from '@portee/shared';
import { type Extras, type Leaving, MailExtras } from '../mail/mail-extras.js';
import { MonthlyReportService } from '../reports/monthly-report.service.js';
import { renderPdf } from '../reports/render-pdf.js';

/** What goes with the mail of a report when it leaves: the sentence of the month, whether figures may still move, and the PDF. */
@Injectable()
export class ReportInMail implements OnModuleInit {
  constructor(
    private readonly reports: MonthlyReportService,
    private readonly extras: MailExtras,
  ) {}

  onModuleInit(): void {
    this.extras.bring('report', (leaving) => this.make(leaving));
  }

  private async make({ organisationId, language, content }: Leaving): Promise<Extras> {
    if (organisationId === null || content.kind !== 'report') throw new Error('no report of an organisation');
    const report = await this.reports.assemble(organisationId, content.month, language);
    const { before, people, after } = reportHeadline(report, reportWords(language));
    const figures = figuresSentence(report, language);
    return {
      paragraphs: [`${before}${people}${after}`, ...(figures === null ? [] : [figures])],
      attachments: [{ filename: `${report.organisation.slug}-${content.month}.pdf`, content: await renderPdf(report, { locale: language }), contentType: 'application/pdf' }],
    };
  }
}
