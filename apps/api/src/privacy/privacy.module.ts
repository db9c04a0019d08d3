import { Module } from '@nestjs/common';
import { QueueDiary } from '../operations/queue-diary.js';
import { DeleteChannel } from './delete-channel.service.js';
import { DeleteOrganisation } from './delete-organisation.service.js';
import { DeleteOrganisationsSweep } from './delete-organisations.sweep.js';
import { DeletePerson } from './delete-person.service.js';
import { DeletionController } from './deletion.controller.js';
import { ExpireSweep } from './expire.sweep.js';
import { PrivacyController } from './privacy.controller.js';
import { RegisterService } from './register.service.js';
import { RetentionService } from './retention.service.js';

/** What is kept, for how long, and how it goes. */
@Module({
  controllers: [DeletionController, PrivacyController],
  providers: [DeleteChannel, DeleteOrganisation, DeletePerson, QueueDiary, RegisterService, RetentionService],
  exports: [DeleteOrganisation, QueueDiary, RetentionService],
})
export class PrivacyModule {}

/** Takes away what is over. */
@Module({ imports: [PrivacyModule], providers: [DeleteOrganisationsSweep, ExpireSweep] })
export class PrivacyWorkerModule {}
