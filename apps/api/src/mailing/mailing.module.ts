import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module.js';
import { ReportInMail } from './report-in-mail.js';
import { ReportMailingController } from './report-mailing.controller.js';
import { ReportMailingService } from './report-mailing.service.js';
import { ReportMailingSweep } from './report-mailing.sweep.js';
import { SendReport } from './send-report.service.js';
import { StopMailsController } from './stop-mails.controller.js';

/** The report of each month by mail. */
@Module({ imports: [ReportsModule], controllers: [ReportMailingController, StopMailsController], providers: [ReportMailingService, SendReport], exports: [SendReport] })
export class MailingModule {}

/** What looks whose day has come, and makes what goes with each mail. */
@Module({ imports: [MailingModule, ReportsModule], providers: [ReportMailingSweep, ReportInMail] })
export class MailingWorkerModule {}
