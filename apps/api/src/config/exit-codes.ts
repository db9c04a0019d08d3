import type { StartReason } from './start-error.js';

/**
 * Exit codes of `npm start` and of the command line when Portée cannot start. 0: stopped as asked;
 * 1: something unforeseen, told in full; 2 to 4 and 64: a command's own (cli/exit-codes.ts); 40 to 43: the launcher.
 * (Node itself uses 1 to 14, and numbers over 128 for signals.)
 */
export const startExitCodes: Record<StartReason, number> = {
  environment: 20,
  'data-folder-unwritable': 21,
  'data-folder-unreachable': 21,
  'data-folder-other-version': 21,
  'disk-full': 22,
  'port-taken': 23,
  'port-forbidden': 23,
  'address-unavailable': 23,
  'already-running': 24,
  'database-unreachable': 25,
  'database-lost': 25,
  'database-too-old': 26,
  'database-newer': 27,
  'database-rights': 28,
  'embedded-database-failed': 29,
  'embedded-database-missing': 29,
  'no-database-user': 29,
  'queue-unreachable': 30,
};
