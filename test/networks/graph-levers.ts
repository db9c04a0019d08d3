import type { Approval } from './consent-page.js';
import type { GraphLimits, LimitKind } from './graph-limits.js';
import type { MetaTokens } from './meta-tokens.js';

/** What a test does to either door of Meta's. */
export interface GraphLevers {
  setApprove(approval: Approval): void;
  /** The person unticks every other scope in the dialogue; null: none. */
  grantOnly(scopes: readonly string[] | null): void;
  /** Code 190 with this subcode; 460, a changed password, unless said. */
  revokeToken(token: string, subcode?: number): void;
  revokeAll(subcode?: number): void;
  /** No token has it any longer: code 10 (the application) or 200 (the person). */
  removePermission(scope: string, code?: number): void;
  givePermissionBack(scope: string): void;
  retireVersion(version: string): void;
  limitUntil(instant: Date, how: LimitKind): void;
  /** Usage headers say this percentage; null: the truth. */
  showUsage(percent: number | null): void;
}

/** What they move. */
export interface GraphMoved {
  choice: { approval: Approval; grants: readonly string[] | null };
  tokens: MetaTokens;
  limits: GraphLimits;
  retired: Set<string>;
}

export function graphLevers({ choice, tokens, limits, retired }: GraphMoved): GraphLevers {
  return {
    setApprove: (approval) => { choice.approval = approval; },
    grantOnly: (scopes) => { choice.grants = scopes; },
    revokeToken: (token, subcode = 460) => tokens.kill(token, subcode),
    revokeAll: (subcode = 460) => tokens.killAll(subcode),
    removePermission: (scope, code = 10) => tokens.removeScope(scope, code),
    givePermissionBack: (scope) => tokens.giveScopesBack([scope]),
    retireVersion: (version) => { retired.add(version); },
    limitUntil: (instant, how) => limits.limitUntil(instant, how),
    showUsage: (percent) => limits.showUsage(percent),
  };
}
