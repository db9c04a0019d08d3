import { z } from 'zod';
import { instant, timeZone, uuid } from './primitives.contract.js';

const whole = z.number().int().nonnegative();
/** Null: no limit. */
const limits = z.object({ channels: z.number().int().min(1).max(10_000).nullable(), storageBytes: z.number().int().min(1_000_000).max(1e15).nullable() }).meta({ id: 'OrganisationLimits' });

/** An organisation as whoever runs the installation sees it: what it takes, never what it reaches. */
export const hostedOrganisation = z
  .object({
    id: uuid, slug: z.string(), name: z.string(), createdAt: instant, isDemonstration: z.boolean(),
    people: whole, channels: whole, posts: whole,
    /** Of its rows: posts, readings, files kept. */
    storageBytes: whole,
    /** When a collection last ended well; null: none did. */
    lastCollectedAt: instant.nullable(),
    limits,
  })
  .meta({ id: 'HostedOrganisation' });
export type HostedOrganisation = z.infer<typeof hostedOrganisation>;

/** `slug`: its name in addresses; absent: made from the name. */
export const createHostedOrganisation = z
  .object({ name: z.string().trim().min(1).max(120), slug: z.string().regex(/^[a-z0-9-]{1,80}$/).optional(), timeZone: timeZone.default('Europe/Brussels') })
  .meta({ id: 'CreateHostedOrganisation' });
export type CreateHostedOrganisation = z.infer<typeof createHostedOrganisation>;

/** `link`: an invitation for its first owner, told this once. */
export const newHostedOrganisation = z.object({ organisation: hostedOrganisation, link: z.string(), expiresAt: instant }).meta({ id: 'NewHostedOrganisation' });
export type NewHostedOrganisation = z.infer<typeof newHostedOrganisation>;

export const updateHostedOrganisation = z.object({ limits }).meta({ id: 'UpdateHostedOrganisation' });
export type UpdateHostedOrganisation = z.infer<typeof updateHostedOrganisation>;

/** Somebody who runs the installation. */
export const hostPerson = z.object({ id: z.string(), name: z.string(), email: z.string(), namedAt: instant, isYou: z.boolean() }).meta({ id: 'HostPerson' });
export type HostPerson = z.infer<typeof hostPerson>;

export const nameHost = z.object({ email: z.email().max(254) }).meta({ id: 'NameHost' });
export type NameHost = z.infer<typeof nameHost>;

/** How the installation does. */
export const installationHealth = z
  .object({
    version: z.string(), database: z.boolean(), queue: z.boolean(),
    /** When a worker last said that it is there; null: none ever did, or not for a day. */
    workerSeenAt: instant.nullable(),
    /** When any channel was last collected well. */
    lastCollectedAt: instant.nullable(),
    /** Where the data folder is; null: this machine does not say. */
    diskFreeBytes: whole.nullable(),
    queues: z.object({ name: z.string(), waiting: whole, running: whole, failed: whole, oldestAt: instant.nullable() }).array(),
  })
  .meta({ id: 'InstallationHealth' });
export type InstallationHealth = z.infer<typeof installationHealth>;
