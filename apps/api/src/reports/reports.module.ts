import { Module } from '@nestjs/common';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { MonthlyReportService } from './monthly-report.service.js';
import { ReportsController } from './reports.controller.js';

@Module({ imports: [RecommendationsModule], controllers: [ReportsController], providers: [MonthlyReportService], exports: [MonthlyReportService] })
export class ReportsModule {}
