import { z } from 'zod';

/** Whether an organisation lends its usual figure of each month to the comparison between centres. */
export const comparisonSetting = z.object({ agreed: z.boolean() }).meta({ id: 'ComparisonSetting' });
export type ComparisonSetting = z.infer<typeof comparisonSetting>;

const people = z.number().nonnegative();

/** Centres of this installation in one month on one network, the one that asks among them; figures are people for 100 followers. */
export const centreGroup = z
  .object({
    network: z.string(), networkLabel: z.string(),
    /** Six at least. */
    centres: z.number().int().min(6),
    /** Half of the centres are between `low` and `high`, half of them above `middle`. */
    low: people, middle: people, high: people,
    /** What the centre that asks gave. */
    own: people,
  })
  .meta({ id: 'CentreGroup' });
export type CentreGroup = z.infer<typeof centreGroup>;
