import { z } from 'zod';
import { password, role } from './account.contract.js';
import { mailStanding } from './mail.contract.js';
import { instant, locale, uuid } from './primitives.contract.js';

const email = z.email().max(254);
const personName = z.string().trim().min(1).max(120);

/** Somebody of an organisation. */
export const member = z
  .object({
    id: z.string(), name: z.string(), role, since: instant,
    /** Null: the person who asks may not manage people. */
    email: z.string().nullable(),
    isYou: z.boolean(),
    /** Null: the person who asks may not manage people. */
    hasSecondFactor: z.boolean().nullable(),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof member>;

/** An invitation that nobody took up yet. */
export const invitation = z
  .object({
    id: uuid, role, createdAt: instant, expiresAt: instant,
    /** Past `expiresAt`: its link opens nothing until it is renewed. */
    isOver: z.boolean(),
    /** For whom it is; null: for whoever has the link. */
    email: z.string().nullable(),
    /** Name of who invited; null: somebody without an account any more, or the command line. */
    invitedBy: z.string().nullable(),
    /** What became of the mail that carries its link; null: the link was handed over. */
    mail: mailStanding.nullable(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitation>;

/** Who belongs to an organisation, and who is awaited; invitations are told only to who may manage people. */
export const people = z.object({ members: member.array(), invitations: invitation.array() }).meta({ id: 'People' });
export type PeopleOfOrganisation = z.infer<typeof people>;

export const createInvitation = z.object({ email: email.nullable().default(null), role }).meta({ id: 'CreateInvitation' });
export type CreateInvitation = z.infer<typeof createInvitation>;
/** The link is told once, here; what follows its `#` is the secret, which browsers do not send to servers. Null: a mail carries it, and nobody else sees it. */
export const newInvitation = invitation.extend({ link: z.string().nullable() }).meta({ id: 'NewInvitation' });
export type NewInvitation = z.infer<typeof newInvitation>;

/** What somebody wants to be told of an organisation by mail. */
export const myNotices = z.object({ wantsWarnings: z.boolean() }).meta({ id: 'MyNotices' });
export type MyNotices = z.infer<typeof myNotices>;

export const updateMember = z.object({ role }).meta({ id: 'UpdateMember' });
export type UpdateMember = z.infer<typeof updateMember>;

const invitationToken = z.string().min(1).max(100);
export const readInvitation = z.object({ token: invitationToken }).meta({ id: 'ReadInvitation' });
/** What somebody sees who opens the link. */
export const openedInvitation = z
  .object({
    organisation: z.string(), role, email: z.string().nullable(), invitedBy: z.string().nullable(), expiresAt: instant,
    /** Whether the address it is for has an account; false where it is for whoever has the link. */
    hasAccount: z.boolean(),
  })
  .meta({ id: 'OpenedInvitation' });
export type OpenedInvitation = z.infer<typeof openedInvitation>;

/** Without `person`, whoever is signed in takes it up. */
export const acceptInvitation = z
  .object({ token: invitationToken, person: z.object({ name: personName, email, password, language: locale.default('fr') }).optional() })
  .meta({ id: 'AcceptInvitation' });
export type AcceptInvitation = z.infer<typeof acceptInvitation>;
/** Where one is let in. */
export const acceptedInvitation = z.object({ slug: z.string() }).meta({ id: 'AcceptedInvitation' });
export type AcceptedInvitation = z.infer<typeof acceptedInvitation>;
