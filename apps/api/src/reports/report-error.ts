import { DomainError } from '../operations/domain-error.js';

/** Why a month could not be closed, reopened, commented upon, shared or read by a link. Nothing has changed. */
export class ReportError extends DomainError<'month-not-over' | 'month-closed' | 'month-open' | 'report-link-limit' | 'report-link-not-found' | 'shared-report-not-found'> {}
