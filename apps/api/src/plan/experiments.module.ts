import { Module } from '@nestjs/common';
import { ExperimentPosts } from './experiment-posts.service.js';
import { ExperimentsController } from './experiments.controller.js';
import { ExperimentsService } from './experiments.service.js';
import { ExperimentsSweep } from './experiments.sweep.js';
import { OutcomesController } from './outcomes.controller.js';
import { OutcomesService } from './outcomes.service.js';
import { PostLinksController } from './post-links.controller.js';
import { PostLinksService } from './post-links.service.js';

/** The doors of what became of the plan: experiments, which post fills what, and what lines changed. */
@Module({ controllers: [ExperimentsController, PostLinksController, OutcomesController], providers: [ExperimentsService, ExperimentPosts, PostLinksService, OutcomesService], exports: [ExperimentsService] })
export class ExperimentsModule {}

/** The worker that reads those that have come to their size. */
@Module({ providers: [ExperimentsSweep] })
export class ExperimentsWorkerModule {}
