import { DomainError } from '../operations/domain-error.js';

/** Why a month could not be closed, reopened or commented upon. Nothing has changed. */
export class ReportError extends DomainError<'month-not-over' | 'month-closed' | 'month-open'> {}
