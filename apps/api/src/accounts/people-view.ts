import type { Invitation, Member } from '@portee/shared';
import type { NamedInvitation } from './invitations.service.js';
import type { PersonWithPlace } from './members.js';

/** A member as others of the organisation see them. */
export function toMember({ person, role, since }: PersonWithPlace, { you, showsAddress }: { you: string | null; showsAddress: boolean }): Member {
  return { id: person.id, name: person.name, email: showsAddress ? person.email : null, role, since: since.toISOString(), isYou: person.id === you, hasSecondFactor: showsAddress ? person.hasSecondFactor : null };
}

export function toInvitation({ inviter, createdAt, expiresAt, ...rest }: NamedInvitation): Invitation {
  return { ...rest, invitedBy: inviter, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
