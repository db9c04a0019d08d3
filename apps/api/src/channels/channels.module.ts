import { Module } from '@nestjs/common';
import { ChannelsController } from './channels.controller.js';
import { ChannelsService } from './channels.service.js';
import { HandEntryService } from './hand-entry.service.js';

@Module({ controllers: [ChannelsController], providers: [ChannelsService, HandEntryService], exports: [ChannelsService, HandEntryService] })
export class ChannelsModule {}
