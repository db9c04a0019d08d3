import { Module } from '@nestjs/common';
import { ExperimentPosts } from './experiment-posts.service.js';
import { ExperimentsController } from './experiments.controller.js';
import { ExperimentsService } from './experiments.service.js';
import { ExperimentsSweep } from './experiments.sweep.js';

/** The doors of experiments. */
@Module({ controllers: [ExperimentsController], providers: [ExperimentsService, ExperimentPosts] })
export class ExperimentsModule {}

/** The worker that reads those that have come to their size. */
@Module({ providers: [ExperimentsSweep] })
export class ExperimentsWorkerModule {}
