import { Module } from '@nestjs/common';
import { AdviceSweep } from './advice.sweep.js';
import { Advisor } from './advisor.js';
import { RecommendationsController } from './recommendations.controller.js';
import { RecommendationsService } from './recommendations.service.js';

/** The doors of recommendations. */
@Module({ controllers: [RecommendationsController], providers: [RecommendationsService, Advisor], exports: [RecommendationsService, Advisor] })
export class RecommendationsModule {}

/** The worker that advises on what has changed. */
@Module({ imports: [RecommendationsModule], providers: [AdviceSweep] })
export class RecommendationsWorkerModule {}
