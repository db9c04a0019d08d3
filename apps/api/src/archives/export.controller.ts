import { Controller, Get, StreamableFile } from '@nestjs/common';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { AnswersFile } from '../operations/answers.js';
import { ExportOrganisation } from './export-organisation.service.js';

/** What leaves whole. */
@Controller('organisations/:slug')
export class ExportController {
  constructor(private readonly exports: ExportOrganisation) {}

  /** Everything the organisation has: a zip of CSV files with a README, which `portee restore` reads back. */
  @Get('export')
  @Needs('exportEverything')
  @AnswersFile('application/zip')
  async export(@CurrentOrganisation() { id, slug }: OrganisationContext): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.open(id), { type: 'application/zip', disposition: `attachment; filename="${slug}-portee.zip"` });
  }
}
