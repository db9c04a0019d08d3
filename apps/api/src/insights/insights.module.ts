import { Module } from '@nestjs/common';
import { ComparedChannelsService } from './compared-channels.service.js';
import { FormatsService } from './formats.service.js';
import { InsightsController } from './insights.controller.js';
import { PassedOnService } from './passed-on.service.js';
import { ReachController } from './reach.controller.js';
import { ReachService } from './reach.service.js';
import { TimingService } from './timing.service.js';

@Module({ controllers: [ReachController, InsightsController], providers: [ReachService, TimingService, FormatsService, PassedOnService, ComparedChannelsService] })
export class InsightsModule {}
