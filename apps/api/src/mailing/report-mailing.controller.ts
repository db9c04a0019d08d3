import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { type AddRecipient, addRecipient, askedMonth, type ReportMailing, reportMailing, type SendReport as SendReportBody, sendReport, type UpdateMailing, updateMailing, uuid } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import type { Person } from '../accounts/auth-port.js';
import { CurrentOrganisation, CurrentPerson, type OrganisationContext } from '../accounts/caller.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { ReportMailingService } from './report-mailing.service.js';
import { SendReport } from './send-report.service.js';

const aMonth = { schema: askedMonth };

/** The report of each month by mail: to whom, when, and which months have left. People only: whoever writes to a board has a name. */
@Controller('organisations/:slug/report-mailing')
@Needs('sendReports')
export class ReportMailingController {
  constructor(
    private readonly mailing: ReportMailingService,
    private readonly sending: SendReport,
  ) {}

  @Get()
  @Answers(reportMailing)
  read(@CurrentOrganisation() { id }: OrganisationContext): Promise<ReportMailing> {
    return this.mailing.read(id);
  }

  @Put()
  @AnswersNothing()
  set(@CurrentOrganisation() { id }: OrganisationContext, @Body({ schema: updateMailing }) wanted: UpdateMailing): Promise<void> {
    return this.mailing.set(id, wanted);
  }

  @Post('recipients')
  @AnswersNothing()
  addRecipient(@CurrentOrganisation() { id }: OrganisationContext, @Body({ schema: addRecipient }) wanted: AddRecipient): Promise<void> {
    return this.mailing.addRecipient(id, wanted);
  }

  @Delete('recipients/:recipientId')
  @AnswersNothing()
  removeRecipient(@CurrentOrganisation() { id }: OrganisationContext, @Param('recipientId', { schema: uuid }) recipientId: string): Promise<void> {
    return this.mailing.removeRecipient(id, recipientId);
  }

  @Post('months/:month')
  @AnswersNothing()
  send(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('month', aMonth) month: string, @Body({ schema: sendReport }) wanted: SendReportBody): Promise<void> {
    return this.sending.send({ organisationId, month }, wanted);
  }

  @Delete('months/:month')
  @AnswersNothing()
  skip(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('month', aMonth) month: string): Promise<void> {
    return this.sending.skip({ organisationId, month });
  }

  @Post('months/:month/trial')
  @AnswersNothing()
  trial(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @CurrentPerson() person: Person, @Param('month', aMonth) month: string): Promise<void> {
    return this.sending.sendTrial({ organisationId, month }, person);
  }
}
