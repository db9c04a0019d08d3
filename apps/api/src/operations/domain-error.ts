import type { ProblemReason } from '@portee/shared';

/** Values that a reason's sentence names: `{ network: 'orkut' }`. */
export type ProblemValues = Record<string, string | number>;

/**
 * A refusal that a person or a program can act upon. Each domain has one class of its own with a closed list of
 * reasons; the filter turns the reason into a status and a sentence, and nothing else of the error leaves the house.
 */
export class DomainError<Reason extends ProblemReason = ProblemReason> extends Error {
  constructor(
    readonly reason: Reason,
    readonly values: ProblemValues = {},
    options?: ErrorOptions,
  ) {
    super(`${reason} ${JSON.stringify(values)}`, options);
    this.name = new.target.name;
  }
}
