import { Module } from '@nestjs/common';
import { AnalysisSettingsController } from './analysis-settings.controller.js';
import { AnalysisSettingsService } from './analysis-settings.service.js';
import { ComparedChannelsService } from './compared-channels.service.js';
import { FormatsService } from './formats.service.js';
import { InsightsController } from './insights.controller.js';
import { PassedOnService } from './passed-on.service.js';
import { ReachController } from './reach.controller.js';
import { ReachService } from './reach.service.js';
import { TimingService } from './timing.service.js';

@Module({
  controllers: [ReachController, InsightsController, AnalysisSettingsController],
  providers: [ReachService, TimingService, FormatsService, PassedOnService, ComparedChannelsService, AnalysisSettingsService],
})
export class InsightsModule {}
