import { z } from 'zod';
import { webhookEvents } from './choices.js';
import { instant, uuid } from './primitives.contract.js';

const webhookEvent = z.enum(webhookEvents).meta({ id: 'WebhookEvent' });
const address = z.url({ protocol: /^https?$/ }).max(2000);

/** An address of another program that is told when something happens. */
export const webhook = z
  .object({
    id: uuid, url: z.string(), events: webhookEvent.array(), createdAt: instant,
    /** Since when nothing has arrived there; null: the last message did. */
    failingSince: instant.nullable(),
    /** Since when nothing is sent there any more, after days without an answer or at its own wish; null: it is told. */
    disabledAt: instant.nullable(),
    /** Until when messages are signed with the secret before the present one as well; null: there is none. */
    formerSecretUntil: instant.nullable(),
  })
  .meta({ id: 'Webhook' });
export type WebhookEvent = z.infer<typeof webhookEvent>;
export type WebhookView = z.infer<typeof webhook>;

export const createWebhook = z.object({ url: address, events: webhookEvent.array().min(1).max(webhookEvents.length) }).meta({ id: 'CreateWebhook' });
export type CreateWebhook = z.infer<typeof createWebhook>;
/** `isEnabled` true: it is told again. */
export const updateWebhook = z.object({ url: address.optional(), events: webhookEvent.array().min(1).max(webhookEvents.length).optional(), isEnabled: z.boolean().optional() }).meta({ id: 'UpdateWebhook' });
export type UpdateWebhook = z.infer<typeof updateWebhook>;
/** The secret is told once, here: messages are signed with it (Standard Webhooks). */
export const newWebhook = webhook.extend({ secret: z.string() }).meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof newWebhook>;

/** A message to one address, with every try. */
export const webhookDelivery = z
  .object({
    /** `webhook-id` of the message: the same however often it is sent. */
    id: uuid,
    event: z.enum([...webhookEvents, 'test']), occurredAt: instant, state: z.enum(['waiting', 'delivered', 'given-up']),
    /** Of the next try; null: there is none. */
    nextAt: instant.nullable(),
    attempts: z.array(z.object({
      at: instant,
      /** What it answered; null: nothing. */
      status: z.number().int().nullable(),
      /** Why it is not delivered; null: it is. */
      reason: z.enum(['answered-otherwise', 'redirects', 'timed-out', 'unreachable', 'address-refused', 'gone']).nullable(),
    })),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
