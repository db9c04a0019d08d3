import { z } from 'zod';
import { day, instant } from './primitives.contract.js';

const amounts = {
  posts: z.number().int(),
  /** Day of the oldest post; null: there is none. */
  since: day.nullable(),
  readings: z.number().int(),
  /** Closed months whose report tells of it. */
  closedMonths: z.number().int(),
};

/** What would go with a channel. */
export const channelDeletion = z.object(amounts).meta({ id: 'ChannelDeletion' });
export type ChannelDeletion = z.infer<typeof channelDeletion>;

/** Closed months keep what they showed, unless this asks for them too. */
export const deleteChannel = z.object({ closedMonths: z.enum(['keep', 'erase']).default('keep') }).meta({ id: 'DeleteChannel' });
export type DeleteChannelQuery = z.infer<typeof deleteChannel>;

/** What would go with an organisation, and when it does. */
export const organisationDeletion = z
  .object({
    ...amounts, channels: z.number().int(), people: z.number().int(), imports: z.number().int(),
    /** Null: nobody asked for it. */
    deletesAt: instant.nullable(),
  })
  .meta({ id: 'OrganisationDeletion' });
export type OrganisationDeletion = z.infer<typeof organisationDeletion>;

/** One proves to be oneself, once more: a device left open is not enough. Who comes by a directory has no password, and has just come from there. */
export const selfProof = z
  .object({ password: z.string().max(200).default(''), code: z.string().trim().min(1).max(40).nullable().default(null), isRecovery: z.boolean().default(false) })
  .meta({ id: 'SelfProof' });
export type SelfProof = z.infer<typeof selfProof>;

export const deleteOrganisation = selfProof
  .extend({
    /** As it is written, for confirmation. */
    name: z.string().max(200),
    /** At once, without the days in which it can be taken back. */
    isNow: z.boolean().default(false),
  })
  .meta({ id: 'DeleteOrganisation' });
export type DeleteOrganisation = z.infer<typeof deleteOrganisation>;
