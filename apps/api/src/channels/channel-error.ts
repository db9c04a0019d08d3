import { DomainError } from '../operations/domain-error.js';

/** Why a channel could not be read or changed as asked. */
export class ChannelError extends DomainError<'channel-not-found' | 'channel-not-connected' | 'channel-limited' | 'unknown-network' | 'parent-not-found' | 'parent-circle' | 'external-id-taken' | 'day-in-future' | 'month-in-future' | 'span-too-long' | 'unpaid-period-not-found'> {}
