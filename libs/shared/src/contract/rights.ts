import type { Role } from './account.contract.js';
import { roles, type tokenScopes } from './choices.js';

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

/** What a program's key may be made for: each lets it do some kinds of acts. */
export type TokenScope = (typeof tokenScopes)[number];

/** Under which scope a program may do what; null: only a person may, who has a name. */
export const scopeOfRight = {
  readFigures: 'read',
  enterFigures: 'enter',
  importFiles: 'enter',
  tagPosts: 'enter',
  planPosts: 'plan',
  undoImports: 'manage',
  manageChannels: 'manage',
  manageThemes: 'manage',
  manageAnalysis: 'manage',
  managePlan: 'plan',
  closeMonths: 'plan',
  shareReports: null,
  sendReports: null,
  manageOrganisation: 'manage',
  managePeople: null,
  readJournal: 'journal',
  manageTokens: null,
  managePrivacy: null,
  exportEverything: null,
  deleteOrganisation: null,
} as const satisfies Record<Right, TokenScope | null>;

/** What a scope lets a program do. */
export function rightsOfScope(scope: TokenScope): Right[] {
  return allRights.filter((right) => scopeOfRight[right] === scope);
}

/** The least role that may do all that these scopes are for. */
export function leastRoleOf(scopes: readonly TokenScope[]): Role {
  const needed = scopes.flatMap(rightsOfScope).map((right) => leastRole[right]);
  return roles.find((role) => needed.includes(role)) ?? 'reader';
}
