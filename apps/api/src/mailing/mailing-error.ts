import { DomainError } from '../operations/domain-error.js';

/** Why the report of a month is not sent, or not to somebody. */
export class MailingError extends DomainError<'no-mail-server' | 'recipient-known' | 'recipient-limit' | 'recipient-not-found' | 'recipients-missing' | 'report-sent' | 'month-not-over'> {}
