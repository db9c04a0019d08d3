import { INVITATION_DAYS } from '@portee/shared';
import { hashOfSecret, newSecret } from '../operations/bearer-secret.js';
import type { InvitationRow } from './invitation.entity.js';

const DAY_MS = 24 * 3600 * 1000;

/** What an invitation's link holds, which nobody can read again later, and what is kept of it. */
export function freshInvitation(createdAt: Date): { token: string } & Pick<InvitationRow, 'tokenHash' | 'createdAt' | 'expiresAt'> {
  const token = newSecret();
  return { token, tokenHash: hashOfSecret(token), createdAt, expiresAt: new Date(createdAt.getTime() + INVITATION_DAYS * DAY_MS) };
}
