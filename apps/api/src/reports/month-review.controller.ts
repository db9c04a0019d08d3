import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { askedMonth, type MonthReview, monthReview, reviewVersion, type ReviewVersion, type WriteComment, writeComment } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { MonthReviewService } from './month-review.service.js';

const aMonth = { schema: askedMonth };

/** What the team says of a month, and whether it is closed. */
@Controller('organisations/:slug/reports/:month')
@Needs('closeMonths')
export class MonthReviewController {
  constructor(private readonly reviews: MonthReviewService) {}

  @Get('review')
  @Needs('readFigures')
  @Answers(monthReview)
  read(@CurrentOrganisation() organisation: OrganisationContext, @Param('month', aMonth) month: string): Promise<MonthReview> {
    return this.reviews.read({ organisationId: organisation.id, month });
  }

  @Put('comment')
  @Answers(monthReview)
  comment(@CurrentOrganisation() organisation: OrganisationContext, @Param('month', aMonth) month: string, @Body({ schema: writeComment }) body: WriteComment): Promise<MonthReview> {
    return this.reviews.comment({ organisationId: organisation.id, month }, body);
  }

  @Post('close')
  @Answers(monthReview)
  close(@CurrentOrganisation() { id: organisationId, timeZone, role, language }: OrganisationContext, @Param('month', aMonth) month: string, @Body({ schema: reviewVersion }) { version }: ReviewVersion): Promise<MonthReview> {
    return this.reviews.close({ organisationId, month, timeZone, role, language }, version);
  }

  @Post('reopen')
  @Answers(monthReview)
  reopen(@CurrentOrganisation() organisation: OrganisationContext, @Param('month', aMonth) month: string, @Body({ schema: reviewVersion }) { version }: ReviewVersion): Promise<MonthReview> {
    return this.reviews.reopen({ organisationId: organisation.id, month }, version);
  }
}
