import { createHash } from 'node:crypto';
import { deadToken, missingPermission } from './graph-errors.js';

const DAY_MS = 86_400_000;
/** What Meta's exchange answers as `expires_in`: about 60 days. */
export const LONG_TOKEN_SECONDS = 5_183_944;
export const SHORT_TOKEN_SECONDS = 5_400;
/** A person's consent to insights ends this long after the last authorisation. */
const DATA_ACCESS_DAYS = 90;

export type TokenKind = 'short-user' | 'long-user' | 'page' | 'system-user' | 'instagram-short' | 'instagram-long';

export interface MetaToken {
  value: string;
  kind: TokenKind;
  /** The person, the system user, the Page or the Instagram account it stands for. */
  ownerId: string;
  scopes: readonly string[];
  issuedAt: Date;
  /** null: it never ends. */
  expiresAt: Date | null;
  /** When the person last agreed; null where no person did. */
  authorisedAt: Date | null;
  /** null: no such clock. */
  dataAccessExpiresAt: Date | null;
}

export interface MetaTokens {
  issue(token: { kind: TokenKind; ownerId: string; scopes: readonly string[]; seconds: number | null; authorisedAt: Date | null }): MetaToken;
  /** The same token each time the same person asks for the same Page. */
  pageToken(user: MetaToken, pageId: string): MetaToken;
  find(value: string): MetaToken | null;
  /** @throws GraphError code 190, when dead or unknown */
  require(value: string | null): MetaToken;
  /** Why it is dead, as a subcode of code 190; null while it lives. */
  deathOf(token: MetaToken): number | null;
  /** @throws GraphError code 10 or 200 */
  requireScope(token: MetaToken, scope: string): void;
  /** @throws GraphError code 190 subcode 493 where 90 days went by since the person last agreed */
  requireDataAccess(token: MetaToken): void;
  /** Scopes it still has. */
  livingScopes(token: MetaToken): string[];
  kill(value: string, subcode: number): void;
  killAll(subcode: number, kinds?: readonly TokenKind[]): void;
  removeScope(scope: string, code: number): void;
  giveScopesBack(scopes: readonly string[]): void;
}

/** Tokens of one application of Meta's, with the lives its fact sheet gives them. */
export function createMetaTokens(now: () => Date, prefix: string): MetaTokens {
  const books: Books = { now, prefix, tokens: new Map(), dead: new Map(), removed: new Map() };
  return { ...issuing(books), ...judging(books), ...ending(books) };
}

interface Books {
  now(this: void): Date;
  prefix: string;
  tokens: Map<string, MetaToken>;
  /** Subcodes of code 190, by token. */
  dead: Map<string, number>;
  /** Codes of the refusal, by scope. */
  removed: Map<string, number>;
}

function issuing({ now, prefix, tokens }: Books): Pick<MetaTokens, 'issue' | 'pageToken' | 'find'> {
  const issue: MetaTokens['issue'] = ({ kind, ownerId, scopes, seconds, authorisedAt }) => {
    const value = `${prefix}${createHash('sha256').update(`${kind} ${ownerId} ${tokens.size}`).digest('base64url').replace(/[-_]/g, 'Z')}`;
    const token: MetaToken = {
      value, kind, ownerId, scopes, issuedAt: now(), expiresAt: seconds === null ? null : new Date(now().getTime() + seconds * 1000), authorisedAt,
      dataAccessExpiresAt: authorisedAt && new Date(authorisedAt.getTime() + DATA_ACCESS_DAYS * DAY_MS),
    };
    tokens.set(value, token);
    return token;
  };
  const pageTokens = new Map<string, MetaToken>();
  const pageToken: MetaTokens['pageToken'] = (user, pageId) => {
    const key = `${user.value} ${pageId}`;
    const known = pageTokens.get(key);
    if (known) return known;
    const made = issue({ kind: 'page', ownerId: pageId, scopes: user.scopes, seconds: null, authorisedAt: user.authorisedAt });
    const bound = user.kind === 'short-user' ? { ...made, expiresAt: user.expiresAt } : made;
    tokens.set(bound.value, bound);
    pageTokens.set(key, bound);
    return bound;
  };
  return { issue, pageToken, find: (value) => tokens.get(value) ?? null };
}

function judging({ now, tokens, dead, removed }: Books): Pick<MetaTokens, 'require' | 'deathOf' | 'requireScope' | 'requireDataAccess' | 'livingScopes'> {
  const deathOf = (token: MetaToken) => dead.get(token.value) ?? (token.expiresAt && token.expiresAt <= now() ? 463 : null);
  const livingScopes = (token: MetaToken) => token.scopes.filter((scope) => !removed.has(scope));
  return {
    deathOf, livingScopes,
    require: (value) => {
      const token = tokens.get(value ?? '');
      if (!token) throw deadToken(null);
      const subcode = deathOf(token);
      if (subcode !== null) throw deadToken(subcode);
      return token;
    },
    requireScope: (token, scope) => {
      if (!livingScopes(token).includes(scope)) throw missingPermission(scope, removed.get(scope) ?? 10);
    },
    requireDataAccess: ({ dataAccessExpiresAt }) => {
      if (dataAccessExpiresAt && dataAccessExpiresAt <= now()) throw deadToken(493);
    },
  };
}

function ending({ tokens, dead, removed }: Books): Pick<MetaTokens, 'kill' | 'killAll' | 'removeScope' | 'giveScopesBack'> {
  return {
    kill: (value, subcode) => { dead.set(value, subcode); },
    killAll: (subcode, kinds) => {
      for (const token of tokens.values()) if (!kinds || kinds.includes(token.kind)) dead.set(token.value, subcode);
    },
    removeScope: (scope, code) => { removed.set(scope, code); },
    giveScopesBack: (scopes) => { for (const scope of scopes) removed.delete(scope); },
  };
}
