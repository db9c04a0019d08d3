import { DomainError } from '../operations/domain-error.js';

/** Why an address of another program cannot be kept, or a message not sent. */
export class WebhookError extends DomainError<'webhook-not-found' | 'webhook-limit' | 'webhook-address-refused' | 'delivery-not-found'> {}
