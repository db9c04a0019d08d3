import type { DirectoryReason } from '@portee/shared';
import { AccountError } from './account-error.js';
import { DirectoryRefusal } from './directory-refusal.js';

/** Why an invitation was not taken up by the directory, in the words of the page. */
const ofInvitation: Partial<Record<AccountError['reason'], DirectoryReason>> = {
  'invitation-not-found': 'invitation-gone',
  'invitation-over': 'invitation-gone',
  'invitation-for-another': 'invitation-for-another',
  'already-member': 'already-member',
  'email-taken': 'account-exists',
  'directory-missing': 'unreachable',
};

/** The page that says why somebody was not let in. @throws whatever is no refusal */
export function pageAfterRefusal(error: unknown): string {
  const reason = error instanceof DirectoryRefusal ? error.reason : error instanceof AccountError ? ofInvitation[error.reason] : undefined;
  if (reason === undefined) throw error;
  return `/connexion/annuaire?${new URLSearchParams({ raison: reason }).toString()}`;
}
