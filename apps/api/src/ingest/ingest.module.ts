import { Module } from '@nestjs/common';
import { NetworksModule } from '../networks/networks.module.js';
import { ChannelAccessService } from './channel-access.service.js';
import { CollectChannel } from './collect-channel.service.js';
import { CollectQueues } from './collect-queues.js';
import { CollectionsController } from './collections.controller.js';
import { CollectionsService } from './collections.service.js';
import { IngestProcessor } from './ingest.processor.js';
import { IngestScheduler } from './ingest.scheduler.js';
import { TroubleWarnings } from './trouble-warnings.service.js';

@Module({ imports: [NetworksModule], providers: [CollectQueues, ChannelAccessService], exports: [CollectQueues, ChannelAccessService] })
class CollectingModule {}

/** The doors of collections. */
@Module({ imports: [CollectingModule], controllers: [CollectionsController], providers: [CollectionsService], exports: [CollectingModule] })
export class IngestModule {}

/** The worker that asks the networks. */
@Module({ imports: [CollectingModule, NetworksModule], providers: [CollectChannel, TroubleWarnings, IngestProcessor, IngestScheduler] })
export class IngestWorkerModule {}
