import { DomainError } from '../operations/domain-error.js';

/** Why posts could not be shown as asked. */
export class PostError extends DomainError<'post-not-found' | 'cursor-unreadable'> {}
