import { Module } from '@nestjs/common';
import { MonthlyReportService } from './monthly-report.service.js';
import { ReportsController } from './reports.controller.js';

@Module({ controllers: [ReportsController], providers: [MonthlyReportService], exports: [MonthlyReportService] })
export class ReportsModule {}
