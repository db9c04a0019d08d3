import { z } from 'zod';
import { day, uuid } from './primitives.contract.js';
import { figure } from './reach.contract.js';

/** What tells the posts that a line of the plan changed from the others. A push is none of them: it is chosen which posts get one. */
export const changedDimension = z.enum(['hour_band', 'weekday', 'format', 'share_oriented', 'rendezvous']);
export type ChangedDimension = z.infer<typeof changedDimension>;

/** Why nothing is measured of a line. */
export const unmeasuredReasons = [
  /** Written by hand: nothing says which posts it is about. */
  'by-hand',
  /** Born from a trend or a comparison, which is about all posts of a channel. */
  'all-posts',
  /** Which posts are pushed is chosen. */
  'push',
  /** Lots were drawn: it is read there, once, and not looked at on the way. */
  'drawn',
  'not-begun',
  /** The network counts no people. */
  'no-reach',
] as const;

const count = z.number().int().nonnegative();
const sides = <Value extends z.ZodType>(value: Value) => z.object({ before: value, after: value });
const middle = figure.pick({ median: true, posts: true });
const basis = {
  lineId: uuid,
  /** Whose posts: of a line of all channels, that of the recommendation. */
  channelId: uuid, dimension: changedDimension, level: z.string(),
  /** The team does something else than was recommended: the posts are those that the recommendation was about. */
  isAdapted: z.boolean(),
  /** First and last local day of posts looked at; `fromDay` is the first of those after the change. */
  since: day, fromDay: day, until: day,
  /** The network changed its way of counting on this day: what was published before is not looked at; null: it did not. */
  cutAt: day.nullable(),
  /** Nothing is known of any push on this channel. */
  isPaidUnknown: z.boolean(),
  /** Of all posts that count, those of the kind: whether the line was followed. */
  followed: sides(z.object({ ofKind: count, posts: count })),
  /** Posts of the kind, published since, whose figures are still growing. */
  growing: count,
  /** Other lines of the plan that changed a part of the same posts at another moment or the same. */
  sharedWith: z.array(uuid),
  /** Posts of the kind, and those they are compared with. */
  posts: sides(count), control: sides(count),
};
const effect = { effect: z.number(), low: z.number(), high: z.number() };

/** What following a line of the plan changed, as far as that can be known. Effects are fractions: +0.31 reads "31 % more people". */
export const planOutcome = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('unmeasured'), lineId: uuid, reason: z.enum(unmeasuredReasons) }),
    /** Under eight posts of the kind on a side. */
    z.object({ kind: z.literal('too-few-posts'), ...basis }),
    /** Nothing to compare with: what was reached before and since, which proves nothing. */
    z.object({ kind: z.literal('no-control'), ...basis, rates: sides(middle) }),
    z.object({
      kind: z.literal('measured'), ...basis, rates: sides(figure),
      controlledBy: z.enum(['same-channel', 'other-channels']), verdict: z.enum(['do_more', 'do_less', 'no_clear_difference']), ...effect,
    }),
  ])
  .meta({ id: 'PlanOutcome' });
export type PlanOutcome = z.infer<typeof planOutcome>;
