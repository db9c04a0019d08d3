import { Module } from '@nestjs/common';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { DemonstrationController } from './demonstration.controller.js';
import { DemonstrationService } from './demonstration.service.js';

@Module({ imports: [RecommendationsModule], controllers: [DemonstrationController], providers: [DemonstrationService], exports: [DemonstrationService] })
export class DemonstrationModule {}
