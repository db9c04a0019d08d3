import { DomainError } from './domain-error.js';

/** Somebody tries too often, and is told when to come back: in seconds, from a minute on in minutes. */
export class TooManyTries extends DomainError<'too-many-tries'> {
  constructor(readonly seconds: number) {
    super('too-many-tries', { seconds, minutes: seconds < 60 ? 0 : Math.ceil(seconds / 60) });
  }
}

/** Route setting of what can be guessed: so many tries a minute from one network, then wait. Never locks anybody out. */
export const FEW_TRIES = { rateLimit: { max: 20, timeWindow: '1 minute' } };
