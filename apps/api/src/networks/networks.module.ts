import { Module } from '@nestjs/common';
import { Connectors } from './connectors.js';
import { NetworksController } from './networks.controller.js';

@Module({ controllers: [NetworksController], providers: [Connectors], exports: [Connectors] })
export class NetworksModule {}
