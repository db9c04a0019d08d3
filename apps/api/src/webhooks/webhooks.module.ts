import { Global, Module } from '@nestjs/common';
import { DeliverMessages } from './deliver-messages.sweep.js';
import { PostMessage } from './post-message.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

/** Telling other programs. Its secrets are sealed anew with those of channels. */
@Global()
@Module({ controllers: [WebhooksController], providers: [PostMessage, WebhookSecrets, WebhooksService], exports: [PostMessage, WebhookSecrets] })
export class WebhooksModule {}

/** What sends. */
@Module({ providers: [DeliverMessages] })
export class WebhooksWorkerModule {}
