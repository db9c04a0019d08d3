import { DomainError } from '../operations/domain-error.js';

/** Why an agenda could not be taken in, or was not found. What stood before stands. */
export class AgendaError extends DomainError<'agenda-unreadable' | 'agenda-empty' | 'agenda-too-full' | 'agenda-not-found'> {}
