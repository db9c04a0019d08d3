import { z } from 'zod';
import { roles } from './roles.js';
import { day, instant, locale, month, timeZone, uuid } from './primitives.contract.js';

export const role = z.enum(roles).meta({ id: 'Role' });
export type Role = z.infer<typeof role>;

/** Who is signed in, and where they may go. */
export const session = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), language: locale, hasSecondFactor: z.boolean(), timeZone: z.string().nullable() }).nullable(),
    organisations: z.array(z.object({ slug: z.string(), name: z.string(), role, isDemonstration: z.boolean() })),
    /** They run the installation: its organisations, queues and networks are theirs to see to. */
    isHost: z.boolean(),
    /** Nobody has an account yet: the first-run page is open. */
    needsFirstAccount: z.boolean(),
    /** The first-run page asks for the code printed in the terminal. */
    needsSetupCode: z.boolean(),
    /** There is a mail server: links about accounts are sent. */
    sendsMail: z.boolean(),
    /** The password was right, and a code of the second factor is still asked for. */
    needsCode: z.boolean(),
    /** What people call the directory by which they may sign in; null: there is none. */
    directory: z.string().nullable(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof session>;

export const password = z.string().min(10).max(200);
export const createFirstAccount = z
  .object({
    organisation: z.string().trim().min(1).max(120), timeZone: timeZone.default('Europe/Brussels'),
    name: z.string().trim().min(1).max(120), email: z.email().max(254), password,
    language: locale.default('fr'), setupCode: z.string().max(64).optional(),
  })
  .meta({ id: 'CreateFirstAccount' });
export type CreateFirstAccount = z.infer<typeof createFirstAccount>;
export const signIn = z.object({ email: z.email().max(254), password: z.string().min(1).max(200) }).meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof signIn>;

/** A device on which a person is signed in. */
export const openSession = z
  .object({
    id: z.string(), since: instant,
    /** Day on which it was last used, at the latest: sessions are renewed once a day. */
    seenAt: instant,
    /** The browser as it names itself; null: it did not. */
    userAgent: z.string().nullable(),
    /** The one that asks. */
    isThis: z.boolean(),
  })
  .meta({ id: 'OpenSession' });
export type OpenSession = z.infer<typeof openSession>;

const presentPassword = z.string().min(1).max(200);
/** Six digits of an authenticator, spaces allowed; or one of the recovery codes. */
export const secondStep = z.object({ code: z.string().trim().min(1).max(40), isRecovery: z.boolean().default(false) }).meta({ id: 'SecondStep' });
export type SecondStep = z.infer<typeof secondStep>;
export const withPassword = z.object({ password: presentPassword }).meta({ id: 'WithPassword' });
export const withCode = z.object({ code: z.string().trim().min(1).max(20) }).meta({ id: 'WithCode' });
/** Told once: an authenticator reads the address, or the secret typed in by hand. Nothing is asked for yet: a first code confirms it. */
export const begunSecondFactor = z.object({ address: z.string(), secret: z.string(), recoveryCodes: z.string().array() }).meta({ id: 'BegunSecondFactor' });
export type BegunSecondFactor = z.infer<typeof begunSecondFactor>;
export const recoveryCodes = z.object({ recoveryCodes: z.string().array() }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;
export const changePassword = z.object({ current: presentPassword, wanted: password }).meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof changePassword>;
/** `timeZone`: in which one is told moments; null, that of the organisation. What is not named stays. */
export const updatePerson = z.object({ language: locale.optional(), timeZone: timeZone.nullable().optional() }).meta({ id: 'UpdatePerson' });
export type UpdatePerson = z.infer<typeof updatePerson>;

export const organisationView = z
  .object({
    id: uuid, slug: z.string(), name: z.string(), timeZone: z.string(), isDemonstration: z.boolean(), role,
    /** Latest reading of any channel; null: nothing yet. */
    observedAt: instant.nullable(), firstMonth: month.nullable(), lastMonth: month.nullable(), today: day,
    /** An owner asked for its deletion, which can be taken back until then; null: nobody did. */
    deletesAt: instant.nullable(),
  })
  .meta({ id: 'Organisation' });
export type OrganisationView = z.infer<typeof organisationView>;
export const updateOrganisation = z
  .object({ name: z.string().trim().min(1).max(120).optional(), timeZone: timeZone.optional() })
  .meta({ id: 'UpdateOrganisation' });
export type UpdateOrganisation = z.infer<typeof updateOrganisation>;
