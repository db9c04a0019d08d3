import { z } from 'zod';

/** Where the demonstration stands. */
export const demonstrationPlace = z.object({ slug: z.string() }).meta({ id: 'DemonstrationPlace' });
export type DemonstrationPlace = z.infer<typeof demonstrationPlace>;
