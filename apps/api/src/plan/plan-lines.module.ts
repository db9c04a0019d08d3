import { Module } from '@nestjs/common';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsService } from './decisions.service.js';
import { ObjectivesController } from './objectives.controller.js';
import { ObjectivesService } from './objectives.service.js';
import { PlanDocumentController } from './plan-document.controller.js';
import { PlanDocumentService } from './plan-document.service.js';
import { PlanLinesController } from './plan-lines.controller.js';
import { PlanLinesService } from './plan-lines.service.js';

/** What the team decided: of its recommendations, and by itself; and its written plan. */
@Module({ controllers: [DecisionsController, PlanLinesController, ObjectivesController, PlanDocumentController], providers: [DecisionsService, PlanLinesService, ObjectivesService, PlanDocumentService], exports: [DecisionsService, PlanDocumentService] })
export class PlanLinesModule {}
