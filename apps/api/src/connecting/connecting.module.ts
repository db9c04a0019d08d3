import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module.js';
import { NetworksModule } from '../networks/networks.module.js';
import { ApplicationFinder } from './application-finder.js';
import { ApplicationsController } from './applications.controller.js';
import { AskNetwork } from './ask-network.service.js';
import { BeginConnection } from './begin-connection.service.js';
import { CallbackController } from './callback.controller.js';
import { ChooseChannelsService } from './choose-channels.service.js';
import { ConnectionAttempts } from './connection-attempts.js';
import { ConnectionsController } from './connections.controller.js';
import { DisconnectChannel } from './disconnect-channel.service.js';
import { FinishAuthorisation } from './finish-authorisation.service.js';
import { ForgetAttempts } from './forget-attempts.sweep.js';
import { HostApplications } from './host-applications.service.js';
import { SaveChoice } from './save-choice.js';

/** How channels are opened to collection. */
@Module({
  imports: [NetworksModule, IngestModule],
  controllers: [ConnectionsController, CallbackController, ApplicationsController],
  providers: [ApplicationFinder, AskNetwork, BeginConnection, ChooseChannelsService, ConnectionAttempts, DisconnectChannel, FinishAuthorisation, HostApplications, SaveChoice],
})
export class ConnectingModule {}

/** Forgets connections that nobody ended. */
@Module({ providers: [ForgetAttempts] })
export class ConnectingWorkerModule {}
