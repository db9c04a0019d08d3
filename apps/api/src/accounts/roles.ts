import { type Role, roles } from '@portee/shared';

/** Who may do what: the least role for each kind of act. */
export const leastRole = {
  readFigures: 'reader',
  enterFigures: 'contributor',
  importFiles: 'contributor',
  tagPosts: 'contributor',
  planPosts: 'contributor',
  undoImports: 'coordinator',
  manageChannels: 'coordinator',
  manageThemes: 'coordinator',
  manageAnalysis: 'coordinator',
  managePlan: 'coordinator',
  closeMonths: 'coordinator',
  manageOrganisation: 'coordinator',
  managePeople: 'owner',
  manageTokens: 'owner',
} as const satisfies Record<string, Role>;

/** Whether a role includes another; `roles` of the contract is ordered from the strongest to the weakest. */
export function mayActAs(role: Role, least: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(least);
}
