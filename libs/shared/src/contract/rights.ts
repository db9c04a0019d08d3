import type { Role } from './account.contract.js';
import { roles } from './roles.js';

/**
 * Who may do what in an organisation: for each kind of act, the least role. The server's guard lets in by this table, pages offer by it, and
 * the settings draw it.
 */
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
  shareReports: 'coordinator',
  sendReports: 'coordinator',
  manageOrganisation: 'coordinator',
  managePeople: 'owner',
  readJournal: 'owner',
  manageTokens: 'owner',
  managePrivacy: 'owner',
  exportEverything: 'owner',
  deleteOrganisation: 'owner',
} as const satisfies Record<string, Role>;

/** A kind of act. */
export type Right = keyof typeof leastRole;

/** Every kind of act, in the order of the table. */
export const allRights = Object.keys(leastRole).filter((name): name is Right => name in leastRole);

/** Whether somebody of this role may do this. */
export function may(role: Role, right: Right): boolean {
  return includes(role, leastRole[right]);
}

/** Whether a role may all that another may. `roles` is in that order. */
export function includes(role: Role, other: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(other);
}
