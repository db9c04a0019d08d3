import { DomainError } from '../operations/domain-error.js';

/** Why somebody, or a program, is not let in or may not do what was asked. */
export class AccountError extends DomainError<
  | 'not-signed-in'
  | 'wrong-credentials'
  | 'role-too-low'
  | 'first-account-exists'
  | 'setup-code-wrong'
  | 'email-taken'
  | 'slug-taken'
  | 'organisation-not-found'
  | 'token-not-found'
  | 'person-required'
  | 'host-required'
  | 'member-not-found'
  | 'session-not-found'
  | 'password-wrong'
  | 'last-owner'
  | 'already-member'
  | 'invitation-not-found'
  | 'invitation-over'
  | 'invitation-limit'
  | 'invitation-for-another'
> {}
