import { DomainError } from '../operations/domain-error.js';

/** Why something of the plan could not be read or changed as asked. Nothing has changed. */
export class PlanError extends DomainError<
  'appointment-not-found' | 'appointment-limit' | 'appointment-day-wrong' | 'occurrence-filled' | 'planned-post-not-found' | 'feed-not-found' | 'feed-limit' | 'not-found'
  | 'decision-not-found' | 'plan-line-not-found' | 'plan-line-limit' | 'plan-line-undecided' | 'plan-filled'
  | 'objective-not-found' | 'objective-past' | 'objective-taken' | 'objective-limit'
  | 'experiment-not-found' | 'experiment-not-possible' | 'experiment-start-past' | 'experiment-too-small' | 'experiment-under-way' | 'experiment-ended' | 'experiment-day-wrong' | 'experiment-post-drawn' | 'link-outside-experiment' | 'planned-post-limit' | 'planned-day-full' | 'planned-post-drawn' | 'experiment-full' | 'experiment-complete'
> {}
