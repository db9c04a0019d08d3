import { DomainError } from '../operations/domain-error.js';

/** Why a collection could not be asked for or changed. */
export class IngestError extends DomainError<'channel-not-connected' | 'channel-limited'> {}
