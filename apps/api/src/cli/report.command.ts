import { type Locale, locales } from '@portee/shared';
import type { Command } from 'commander';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { MonthlyReportService } from '../reports/monthly-report.service.js';
import { renderPdf } from '../reports/render-pdf.js';
import { CommandError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { choice, taking } from './values.js';
import { writePaper } from './write-paper.js';

interface ReportOptions {
  organisation: string;
  month: string;
  out?: string;
  language: Locale;
}

export function addReport(program: Command, line: CommandLine): void {
  program
    .command('report')
    .description(line.words('report.about'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .requiredOption('--month <month>', line.words('report.month'), taking('month', '--month'))
    .option('--out <file>', line.words('report.out'))
    .addOption(choice('--language <language>', line.words('report.language', { languages: locales.join(', ') }), locales).default(line.language))
    .action((options: ReportOptions) => report(line, options));
}

async function report(line: CommandLine, { organisation, month, out, language }: ReportOptions): Promise<void> {
  if (out === undefined && !line.isJson) throw new CommandError('out-needed');
  await line.withServices(async (services) => {
    const { id } = await services.get(OrganisationsService).bySlug(organisation);
    const figures = await services.get(MonthlyReportService).assemble(id, month, language);
    if (out !== undefined) {
      await writePaper(out, await renderPdf(figures, { locale: language }));
      line.tell('report.written', { month, file: out });
    }
    line.answer(figures, () => []);
  });
}
