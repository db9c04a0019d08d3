import { Global, Module } from '@nestjs/common';
import { MailExtras } from './mail-extras.js';
import { MailSweep } from './mail.sweep.js';
import { Outbox } from './outbox.js';
import { Smtp } from './smtp.js';

/** Where mails are put. */
@Global()
@Module({ providers: [Outbox, MailExtras], exports: [Outbox, MailExtras] })
export class MailModule {}

/** What sends them. */
@Module({ providers: [MailSweep, Smtp] })
export class MailWorkerModule {}
