import { Controller, Get, Header } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../accounts/access.js';
import { Answers, AnswersFile } from './answers.js';
import { metricsText } from './metrics.js';
import { Readiness } from './readiness.js';

const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
type Health = z.infer<typeof health>;

/** What supervisors and Prometheus ask. Tells no figure of anybody. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process is alive. */
  @Public()
  @Get('health')
  @Answers(health)
  health(): Health {
    return { status: 'ok' };
  }

  /** Database and queue answer: work may be sent here. */
  @Public()
  @Get('ready')
  @Answers(health)
  async ready(): Promise<Health> {
    await this.readiness.check();
    return { status: 'ok' };
  }

  /** Measures of this process, as Prometheus reads them. */
  @Public()
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @AnswersFile('text/plain')
  metrics(): string {
    return metricsText();
  }
}
