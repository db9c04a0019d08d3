import { Module } from '@nestjs/common';
import { QueueDiary } from '../operations/queue-diary.js';
import { DeleteChannel } from './delete-channel.service.js';
import { DeleteOrganisation } from './delete-organisation.service.js';
import { DeleteOrganisationsSweep } from './delete-organisations.sweep.js';
import { DeletePerson } from './delete-person.service.js';
import { DeletionController } from './deletion.controller.js';

/** What is kept, for how long, and how it goes. */
@Module({ controllers: [DeletionController], providers: [DeleteChannel, DeleteOrganisation, DeletePerson, QueueDiary], exports: [DeleteOrganisation, QueueDiary] })
export class PrivacyModule {}

/** Takes away what is over. */
@Module({ imports: [PrivacyModule], providers: [DeleteOrganisationsSweep] })
export class PrivacyWorkerModule {}
