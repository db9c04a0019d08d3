import { DomainError } from '../operations/domain-error.js';

/** Why a recommendation could not be shown. */
export class RecommendationError extends DomainError<'recommendation-not-found'> {}
