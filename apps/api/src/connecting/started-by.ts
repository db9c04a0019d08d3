import type { OrganisationContext } from '../accounts/caller.js';

/** Who begins a connection, and alone may end it: a person, or a program. */
export function startedBy({ personId, tokenId }: Pick<OrganisationContext, 'personId' | 'tokenId'>): string {
  return personId ?? `token:${tokenId ?? ''}`;
}
