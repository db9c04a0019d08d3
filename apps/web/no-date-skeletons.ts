/**
 * Stands in for `@messageformat/date-skeleton` in pages. Our sentences are handed days and months already written, never a date to
 * write by skeleton, and what reads skeletons would weigh a kilobyte on the first page.
 */
export function parseDateTokens(format: string): never {
  throw new Error(`no sentence writes a date by skeleton: ${format}`);
}

export const getDateFormatOptions = parseDateTokens;
