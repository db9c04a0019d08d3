import { Module } from '@nestjs/common';
import { HostedOrganisations } from './hosted-organisations.js';
import { HostingController } from './hosting.controller.js';
import { HostsController } from './hosts.controller.js';
import { InstallationHealthService } from './installation-health.js';
import { WorkerBeat } from './worker-beat.js';

/** The doors of whoever runs the installation. */
@Module({ controllers: [HostingController, HostsController], providers: [HostedOrganisations, InstallationHealthService] })
export class HostingModule {}

/** What tells them that work is done. */
@Module({ providers: [WorkerBeat] })
export class HostingWorkerModule {}
