import { z } from 'zod';
import { role } from './account.contract.js';
import { tokenDays, tokenScopes } from './choices.js';
import { instant, uuid } from './primitives.contract.js';

const tokenScope = z.enum(tokenScopes).meta({ id: 'TokenScope', description: 'What the key is for: read figures and reports; enter files and figures; plan; manage channels, themes, analysis and imports; read the journal' });

/** A program's key. What opens is told once, when it is made. */
export const apiToken = z
  .object({
    id: uuid, name: z.string(), role, createdAt: instant,
    /** Null: all that its role may, as keys made before there were scopes. */
    scopes: tokenScope.array().nullable(),
    /** From this instant on it opens nothing; null: it holds until it is revoked. */
    expiresAt: instant.nullable(),
    /** `expiresAt` is past. */
    isOver: z.boolean(),
    /** To the hour; null: never. */
    lastUsedAt: instant.nullable(),
    /** Name of who made it; null: somebody without an account any more, or the command line. */
    createdBy: z.string().nullable(),
  })
  .meta({ id: 'ApiToken' });
export type ApiTokenView = z.infer<typeof apiToken>;

/** Its role is the least that may do what its scopes are for. */
export const createApiToken = z
  .object({
    name: z.string().trim().min(1).max(120),
    scopes: tokenScope.array().min(1).max(tokenScopes.length),
    expiresInDays: z.union(tokenDays.map((days) => z.literal(days))).default(90),
  })
  .meta({ id: 'CreateApiToken' });
export type CreateApiToken = z.infer<typeof createApiToken>;

/** The key itself is told once, here. */
export const newApiToken = apiToken.extend({ token: z.string() }).meta({ id: 'NewApiToken' });
export type NewApiToken = z.infer<typeof newApiToken>;
