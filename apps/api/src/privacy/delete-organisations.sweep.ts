import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { QueueDiary } from '../operations/queue-diary.js';
import { Sweep } from '../operations/sweep.js';
import { DeleteOrganisation } from './delete-organisation.service.js';

const HOUR_MS = 3_600_000;

/** Deletes for good the organisations whose days of reflection are over, and what queues remember of anybody’s work. */
@Injectable()
export class DeleteOrganisationsSweep extends Sweep {
  private readonly logger = new Logger(DeleteOrganisationsSweep.name);

  constructor(
    private readonly deletion: DeleteOrganisation,
    private readonly diary: QueueDiary,
  ) {
    super();
  }

  @Interval(HOUR_MS)
  sweep(): Promise<void> {
    return this.sweepNow();
  }

  protected async sweepOnce(): Promise<void> {
    for (const id of await this.deletion.due()) {
      if (this.isStopping) return;
      await this.deletion.runIfDue(id).catch((error: unknown) => { this.logger.error({ err: error }, 'an organisation could not be deleted'); });
    }
    await this.diary.forget();
  }
}
