import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { IMPORT_QUEUE } from '../jobs/queues.js';
import { AnswerInterceptor } from './answers.js';
import { CLOCK, type Clock } from './clock.js';
import { HealthController } from './health.controller.js';
import { ProblemFilter } from './problem-filter.js';
import { QUEUE_SETTINGS, type QueueSettings } from './queue-connection.js';
import { Readiness } from './readiness.js';

/** What every room of the house rests on: the clock, the form of answers and problems, and its health. */
@Global()
@Module({})
export class OperationsModule {
  static forRoot(clock: Clock, queue: QueueSettings): DynamicModule {
    return {
      module: OperationsModule,
      imports: [BullModule.registerQueue({ name: IMPORT_QUEUE })],
      controllers: [HealthController],
      providers: [
        Readiness,
        { provide: CLOCK, useValue: clock },
        { provide: QUEUE_SETTINGS, useValue: queue },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
      exports: [CLOCK, QUEUE_SETTINGS, Readiness],
    };
  }
}
