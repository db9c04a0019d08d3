/**
 * Whether a spreadsheet has turned a long number into its short form (1.22158E+17): the digits are lost for good, and
 * two publications may carry the same one.
 */
export function isDamagedIdentifier(text: string): boolean {
  return /^\d+([.,]\d+)?e\+?\d+$/i.test(text.trim());
}

/** Longest identifier kept, in signs. */
export const MAX_IDENTIFIER = 200;
