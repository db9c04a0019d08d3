import { Module } from '@nestjs/common';
import { ExportController } from './export.controller.js';
import { ExportOrganisation } from './export-organisation.service.js';

/** An organisation that takes everything along. */
@Module({ controllers: [ExportController], providers: [ExportOrganisation] })
export class ArchivesModule {}
