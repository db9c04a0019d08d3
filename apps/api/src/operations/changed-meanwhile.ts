import { DomainError } from './domain-error.js';

/** Somebody else changed the thing since the version that an update was made from. Nothing has changed. */
export class ChangedMeanwhile extends DomainError<'changed-meanwhile'> {
  /** @param present  the thing as it stands, the way its own door shows it; it leaves the house with the problem. Null: it is no longer there */
  constructor(readonly present: object | null) {
    super('changed-meanwhile');
  }
}
