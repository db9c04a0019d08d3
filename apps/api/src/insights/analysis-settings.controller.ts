import { Body, Controller, Get, Post, Put, Req } from '@nestjs/common';
import { type AnalysisSettings, analysisSettings, type UpdateAnalysisSettings, updateAnalysisSettings } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { AnalysisSettingsService } from './analysis-settings.service.js';
import { receiveCalendar } from './receive-calendar.js';

/** What the analysis must be told of a place. */
@Controller('organisations/:slug/insights/settings')
export class AnalysisSettingsController {
  constructor(private readonly settings: AnalysisSettingsService) {}

  @Get()
  @Answers(analysisSettings)
  read(@CurrentOrganisation() organisation: OrganisationContext): Promise<AnalysisSettings> {
    return this.settings.read(organisation);
  }

  @Put()
  @Needs('manageAnalysis')
  @Answers(analysisSettings)
  update(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: updateAnalysisSettings }) body: UpdateAnalysisSettings): Promise<AnalysisSettings> {
    return this.settings.update(organisation, body);
  }

  /** Multipart: `file`, an iCalendar of school holidays of 1 MB at most. Its periods replace the list. */
  @Post('calendar')
  @Needs('manageAnalysis')
  @Answers(analysisSettings)
  async replaceHolidays(@CurrentOrganisation() organisation: OrganisationContext, @Req() request: FastifyRequest): Promise<AnalysisSettings> {
    return this.settings.replaceHolidays(organisation, await receiveCalendar(request));
  }
}
