import { z } from 'zod';
import { actorKinds, auditActs } from './choices.js';
import { askedDay, instant, uuid } from './primitives.contract.js';

export const auditAct = z.enum(auditActs).meta({ id: 'AuditAct' });
export type AuditAct = z.infer<typeof auditAct>;

export type ActorKind = (typeof actorKinds)[number];

/** One line of the journal. Written once, with what it tells of, or not at all; nothing in Portée changes or removes it. */
export const auditEntry = z
  .object({
    id: uuid, at: instant, act: auditAct,
    actor: z.object({
      kind: z.enum(actorKinds), id: z.string().nullable(),
      /** Null: an account or a token that is no more, or neither. */
      name: z.string().nullable(),
    }),
    /** To whom it was done; null: to nobody. */
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    /** What it was done to, as it was called then: a channel, a file, a role, a month. */
    subject: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditPage = z.object({ items: auditEntry.array(), nextCursor: z.string().nullable() }).meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof auditPage>;

/** `from` and `to`: inclusive days in the organisation's zone. `q`: part of a subject. */
export const auditQuery = z.object({
  act: auditAct.optional(), personId: z.string().min(1).max(100).optional(), from: askedDay.optional(), to: askedDay.optional(),
  q: z.string().trim().max(200).optional(), cursor: uuid.optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;
