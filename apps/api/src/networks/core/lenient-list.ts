import { z } from 'zod';

/** What could be read of a list. */
export interface LenientList<T> {
  members: T[];
  /** How many members were not as documented, and are left out. */
  unreadable: number;
}

/** A list of which single members may be unreadable. Where none of several can be read, the answer itself is not as documented. */
export function lenientList<T>(member: z.ZodType<T>): z.ZodType<LenientList<T>> {
  return z.array(z.unknown()).transform((all, context) => {
    const read = all.map((one) => member.safeParse(one));
    const members = read.flatMap((one) => (one.success ? [one.data] : []));
    const [first] = read;
    if (members.length === 0 && first?.error) context.addIssue({ code: 'custom', message: `no member can be read: ${first.error.issues[0]?.path.join('.') ?? ''} ${first.error.issues[0]?.message ?? ''}` });
    return { members, unreadable: all.length - members.length };
  });
}
