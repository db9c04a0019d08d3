import type { StartReason } from './start-error.js';

/**
 * Exit codes of `npm start` and of the command line when Portée cannot start. 0: stopped as asked;
 * 1: something unforeseen, told in full; 2: wrong use of a command; 30 to 33: the launcher.
 */
export const startExitCodes: Record<StartReason, number> = {
  environment: 10,
  'data-folder-unwritable': 11,
  'data-folder-unreachable': 11,
  'data-folder-other-version': 11,
  'disk-full': 12,
  'port-taken': 13,
  'port-forbidden': 13,
  'address-unavailable': 13,
  'already-running': 14,
  'database-unreachable': 15,
  'database-lost': 15,
  'database-too-old': 16,
  'database-newer': 17,
  'database-rights': 18,
  'embedded-database-failed': 19,
  'embedded-database-missing': 19,
  'no-database-user': 19,
  'queue-unreachable': 20,
};
