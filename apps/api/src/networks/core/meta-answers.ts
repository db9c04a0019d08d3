import { z } from 'zod';
import { lenientList } from './lenient-list.js';

/** A figure is looked at where it is read: one of a wrong type costs that figure, not the answer. */
export const metaFigure = z.unknown().optional();
export const metaWord = z.string().nullish().catch(null);
/** Identifiers are text, also where the Graph API writes them as numbers. */
export const metaIdentifier = z.union([z.string().min(1), z.number().int().nonnegative()]).transform(String);

/** Where the next page of a list is, as the Graph API says it. */
export const graphPaging = z.object({ cursors: z.object({ after: z.string().nullish() }).nullish(), next: z.string().nullish() }).nullish();

/** A page of a list, of which a member that cannot be read costs itself alone. */
export function graphList<T>(member: z.ZodType<T>) {
  return z.object({ data: lenientList(member), paging: graphPaging });
}

/** The cursor of the page after this one; null: there is none. An empty page is the last, whatever it says. */
export function cursorAfter(paging: z.infer<typeof graphPaging>, listed: number): string | null {
  return listed > 0 && paging?.next ? (paging.cursors?.after ?? null) : null;
}
