import { Controller, Get, StreamableFile } from '@nestjs/common';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { AnswersFile } from '../operations/answers.js';
import { PlanDocumentService } from '../plan/plan-document.service.js';
import { renderPlanPdf } from './render-plan-pdf.js';

/** The written plan on paper: served here, where paper is made. */
@Controller('organisations/:slug/plan')
export class PlanDocumentPdfController {
  constructor(private readonly plans: PlanDocumentService) {}

  /** A4, in the language of whoever asks. */
  @Get('document.pdf')
  @AnswersFile('application/pdf')
  async pdf(@CurrentOrganisation() { id: organisationId, slug, language }: OrganisationContext): Promise<StreamableFile> {
    const bytes = await renderPlanPdf(await this.plans.read({ organisationId, language }), { locale: language });
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${slug}-plan.pdf"` });
  }
}
