import { Module } from '@nestjs/common';
import { ExperimentsModule } from '../plan/experiments.module.js';
import { PlanLinesModule } from '../plan/plan-lines.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { MonthReviewController } from './month-review.controller.js';
import { MonthReviewService } from './month-review.service.js';
import { MonthlyReportService } from './monthly-report.service.js';
import { PlanDocumentPdfController } from './plan-document-pdf.controller.js';
import { ReportLinks } from './report-links.js';
import { ReportLinksController } from './report-links.controller.js';
import { ReportsController } from './reports.controller.js';
import { SharedAssetsController } from './shared-assets.controller.js';
import { SharedReportController } from './shared-report.controller.js';

@Module({
  imports: [RecommendationsModule, PlanLinesModule, ExperimentsModule],
  controllers: [ReportsController, MonthReviewController, PlanDocumentPdfController, ReportLinksController, SharedReportController, SharedAssetsController],
  providers: [MonthlyReportService, MonthReviewService, ReportLinks],
  exports: [MonthlyReportService],
})
export class ReportsModule {}
