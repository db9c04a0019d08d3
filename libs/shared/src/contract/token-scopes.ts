import type { Role } from './account.contract.js';
import type { tokenScopes } from './choices.js';
import { allRights, leastRole, type Right } from './rights.js';
import { roles } from './roles.js';

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
