import { type Locale, locales } from '@portee/shared';
import type { Command } from 'commander';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { PlanDocumentService } from '../plan/plan-document.service.js';
import { renderPlanPdf } from '../reports/render-plan-pdf.js';
import { CommandError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { choice } from './values.js';
import { writePaper } from './write-paper.js';

interface PlanOptions {
  organisation: string;
  out?: string;
  language: Locale;
}

export function addPlan(program: Command, line: CommandLine): void {
  program
    .command('plan')
    .description(line.words('plan.about'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .option('--out <file>', line.words('plan.out'))
    .addOption(choice('--language <language>', line.words('report.language', { languages: locales.join(', ') }), locales).default(line.language))
    .action((options: PlanOptions) => plan(line, options));
}

async function plan(line: CommandLine, { organisation, out, language }: PlanOptions): Promise<void> {
  if (out === undefined && !line.isJson) throw new CommandError('out-needed');
  await line.withServices(async (services) => {
    const { id: organisationId } = await services.get(OrganisationsService).bySlug(organisation);
    const document = await services.get(PlanDocumentService).read({ organisationId, language });
    if (out !== undefined) {
      await writePaper(out, await renderPlanPdf(document, { locale: language }));
      line.tell('plan.written', { file: out });
    }
    line.answer(document, () => []);
  });
}
