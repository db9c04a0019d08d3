import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { askedMonth, centreGroup, type CentreGroup, comparisonSetting, type ComparisonSetting } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { ComparisonService } from './comparison.service.js';

/** Centres of one installation beside each other, without a name. */
@Controller('organisations/:slug/comparison')
export class ComparisonController {
  constructor(private readonly comparison: ComparisonService) {}

  /** Whether this centre takes part. */
  @Get()
  @Needs('readFigures')
  @Answers(comparisonSetting)
  read(@CurrentOrganisation() { id }: OrganisationContext): Promise<ComparisonSetting> {
    return this.comparison.read(id);
  }

  /** Take part from the next month that is put together, or no more. */
  @Put()
  @Needs('managePrivacy')
  @Answers(comparisonSetting)
  write(@CurrentOrganisation() { id }: OrganisationContext, @Body({ schema: comparisonSetting }) { agreed }: ComparisonSetting): Promise<ComparisonSetting> {
    return this.comparison.write(id, agreed);
  }

  /** The groups of a month in which this centre is. */
  @Get(':month')
  @Needs('readFigures')
  @Answers(centreGroup.array())
  groups(@CurrentOrganisation() { id, language }: OrganisationContext, @Param('month', { schema: askedMonth }) month: string): Promise<CentreGroup[]> {
    return this.comparison.groups({ organisationId: id, month }, language);
  }
}
