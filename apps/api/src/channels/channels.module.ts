import { Module } from '@nestjs/common';
import { ChannelsController } from './channels.controller.js';
import { ChannelsService } from './channels.service.js';
import { EffortController, OrganisationEffortController } from './effort.controller.js';
import { EffortService } from './effort.service.js';
import { HandEntryService } from './hand-entry.service.js';

@Module({ controllers: [ChannelsController, EffortController, OrganisationEffortController], providers: [ChannelsService, EffortService, HandEntryService], exports: [ChannelsService, HandEntryService] })
export class ChannelsModule {}
