import { Module } from '@nestjs/common';
import { CompareCentresSweep } from './compare-centres.sweep.js';
import { ComparisonController } from './comparison.controller.js';
import { ComparisonService } from './comparison.service.js';

/** Centres of one installation beside each other. */
@Module({ controllers: [ComparisonController], providers: [ComparisonService] })
export class ComparisonModule {}

/** Puts them together. */
@Module({ providers: [CompareCentresSweep] })
export class ComparisonWorkerModule {}
