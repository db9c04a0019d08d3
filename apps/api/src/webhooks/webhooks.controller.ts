import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { type CreateWebhook, createWebhook, type NewWebhook, newWebhook, type UpdateWebhook, updateWebhook, uuid, type WebhookDelivery, webhook, webhookDelivery, type WebhookView } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { WebhooksService } from './webhooks.service.js';

const id = { schema: uuid };

/** Addresses of other programs that are told when something happens. */
@Controller('organisations/:slug/webhooks')
@Needs('manageTokens')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @Answers(webhook.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<WebhookView[]> {
    return this.webhooks.list(organisation.id);
  }

  /** The secret is told this once. */
  @Post()
  @Answers(newWebhook, { status: 201 })
  create(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: createWebhook }) wanted: CreateWebhook): Promise<NewWebhook> {
    return this.webhooks.create(organisation.id, wanted);
  }

  @Patch(':webhookId')
  @Answers(webhook)
  update(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('webhookId', id) webhookId: string, @Body({ schema: updateWebhook }) change: UpdateWebhook): Promise<WebhookView> {
    return this.webhooks.update({ organisationId, webhookId }, change);
  }

  @Delete(':webhookId')
  @AnswersNothing()
  remove(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('webhookId', id) webhookId: string): Promise<void> {
    return this.webhooks.remove({ organisationId, webhookId });
  }

  /** Another secret; the one before holds for a day besides. */
  @Post(':webhookId/secret')
  @Answers(newWebhook)
  renewSecret(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('webhookId', id) webhookId: string): Promise<NewWebhook> {
    return this.webhooks.renewSecret({ organisationId, webhookId });
  }

  @Get(':webhookId/deliveries')
  @Answers(webhookDelivery.array())
  deliveries(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('webhookId', id) webhookId: string): Promise<WebhookDelivery[]> {
    return this.webhooks.deliveries({ organisationId, webhookId });
  }

  /** A message that only tries whether it arrives. */
  @Post(':webhookId/test')
  @Answers(webhookDelivery, { status: 202 })
  test(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('webhookId', id) webhookId: string): Promise<WebhookDelivery> {
    return this.webhooks.test({ organisationId, webhookId });
  }

  /** Send a message again, under the same `webhook-id`. */
  @Post(':webhookId/deliveries/:deliveryId/again')
  @Answers(webhookDelivery, { status: 202 })
  again(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('webhookId', id) webhookId: string, @Param('deliveryId', id) deliveryId: string): Promise<WebhookDelivery> {
    return this.webhooks.again({ organisationId, webhookId }, deliveryId);
  }
}
