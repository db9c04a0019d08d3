import { Module } from '@nestjs/common';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsService } from './decisions.service.js';
import { ObjectivesController } from './objectives.controller.js';
import { ObjectivesService } from './objectives.service.js';
import { PlanLinesController } from './plan-lines.controller.js';
import { PlanLinesService } from './plan-lines.service.js';

/** What the team decided: of its recommendations, and by itself. */
@Module({ controllers: [DecisionsController, PlanLinesController, ObjectivesController], providers: [DecisionsService, PlanLinesService, ObjectivesService], exports: [DecisionsService] })
export class PlanLinesModule {}
