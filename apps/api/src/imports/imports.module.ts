import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { IMPORT_QUEUE } from '../jobs/queues.js';
import { ApplyImport } from './apply-import.js';
import { ImportProcessor } from './import.processor.js';
import { ImportQueue } from './import-queue.js';
import { ImportSweep } from './import.sweep.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { PostsCsv } from './posts-csv.js';
import { PostsCsvController } from './posts-csv.controller.js';
import { ReceiveImport } from './receive-import.js';
import { UndoImport } from './undo-import.js';

@Module({ imports: [BullModule.registerQueue({ name: IMPORT_QUEUE })], providers: [ImportQueue], exports: [ImportQueue] })
class ImportQueueModule {}

/** The door for files, in and out. */
@Module({ imports: [ImportQueueModule], controllers: [ImportsController, PostsCsvController], providers: [ImportsService, ReceiveImport, UndoImport, PostsCsv] })
export class ImportsModule {}

/** The worker that applies them. */
@Module({ imports: [ImportQueueModule], providers: [ApplyImport, ImportProcessor, ImportSweep] })
export class ImportsWorkerModule {}
