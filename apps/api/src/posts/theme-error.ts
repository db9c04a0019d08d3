import { DomainError } from '../operations/domain-error.js';

/** Why a theme could not be read, changed or given as asked. */
export class ThemeError extends DomainError<'theme-not-found' | 'theme-name-taken' | 'theme-limit' | 'theme-posts-unknown'> {}
