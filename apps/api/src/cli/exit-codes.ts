/**
 * Exit codes of the commands, documented by `portee --help`. Those of a Portée that cannot start, 20 to 30, are in
 * config/exit-codes.ts.
 */
export const exitCodes = {
  done: 0,
  unforeseen: 1,
  /** An import waits for a person: columns to name, or refused lines to decide on. */
  needsPerson: 2,
  /** The command was understood and not carried out; the sentence says why. */
  refused: 3,
  /** What was looked at is not as it should be: `rollups check`, `doctor`. */
  found: 4,
  /** The command was not understood: EX_USAGE of sysexits.h. */
  wrongUse: 64,
} as const;
