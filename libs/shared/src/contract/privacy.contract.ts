import { z } from 'zod';
import { role } from './account.contract.js';

const months = z.number().int().min(6).max(240);

/** For how many months what an organisation has is kept; null: until somebody deletes it. */
export const retention = z
  .object({
    /** Texts of posts, and who wrote them as a role. */
    texts: months.nullable(),
    journal: months.max(120),
    /** What is told of files that were imported; their figures stay. */
    imports: months.nullable(),
    /** Posts, readings, followers, and what was entered by hand. */
    figures: months.nullable(),
  })
  .meta({ id: 'Retention' });
export type Retention = z.infer<typeof retention>;

/** How much goes, or would go now. */
export const expired = z
  .object({
    /** Posts whose text goes. */
    texts: z.number().int(),
    /** Lines. */
    journal: z.number().int(),
    /** Files. */
    imports: z.number().int(),
    posts: z.number().int(),
    /** Days of followers and monthly figures. */
    days: z.number().int(),
    /** Months that were written of or closed. */
    reviews: z.number().int(),
  })
  .meta({ id: 'Expired' });
export type Expired = z.infer<typeof expired>;

const told = z.string().trim().max(500).default('');
/** What only the organisation knows of itself; empty: not told yet. */
export const registerFields = z
  .object({
    /** Legal name and address of the controller. */
    controller: told,
    /** Whom to write to about personal data. */
    contact: told,
    /** The data protection officer: obligatory for a public body, article 37. */
    officer: told,
    /** Who runs the machine Portée stands on, where it is not the controller. */
    processor: told,
  })
  .meta({ id: 'RegisterFields' });
export type RegisterFields = z.infer<typeof registerFields>;

/** What the register of processing rests on, as it is now. */
export const register = z
  .object({
    organisation: z.string(),
    fields: registerFields,
    retention,
    people: z.object({ roles: z.array(z.object({ role, count: z.number().int() })), withSecondFactor: z.number().int() }),
    /** Networks that are asked by themselves. */
    networks: z.array(z.object({ network: z.string(), channels: z.number().int() })),
    hasMail: z.boolean(), isEncryptedInTransit: z.boolean(),
    /** The database is a server of its own. */
    hasOwnServer: z.boolean(),
    /** Some posts say as what somebody wrote them. */
    hasAuthorRoles: z.boolean(),
  })
  .meta({ id: 'ProcessingRegister' });
export type ProcessingRegister = z.infer<typeof register>;
