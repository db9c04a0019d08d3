import { Module } from '@nestjs/common';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';
import { OccurrenceDecisions } from './occurrence-decisions.service.js';
import { PlanCalendarController } from './plan-calendar.controller.js';
import { PlanCalendarService } from './plan-calendar.service.js';
import { PlanFeedController } from './plan-feed.controller.js';
import { PlanFeedService } from './plan-feed.service.js';
import { PlannedPostsController } from './planned-posts.controller.js';
import { PlannedPostsService } from './planned-posts.service.js';

/** The calendar of the plan: what is to be published when. */
@Module({
  controllers: [PlanCalendarController, AppointmentsController, PlannedPostsController, FeedsController, PlanFeedController],
  providers: [PlanCalendarService, AppointmentsService, OccurrenceDecisions, PlannedPostsService, FeedsService, PlanFeedService],
})
export class PlanCalendarModule {}
