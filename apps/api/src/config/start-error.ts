/** One variable of the environment that cannot be used, by name. */
export interface EnvironmentProblem {
  name: string;
  /** What was given; null for secrets, which are never shown, and for what is missing. */
  given: string | null;
  expected: ExpectedValue;
}

/** What a variable should hold; the catalogue says it in words. */
export type ExpectedValue =
  | 'host' | 'port' | 'web-address' | 'folder' | 'role' | 'database-address' | 'redis-address' | 'mail-address' | 'mail-server'
  | 'size' | 'on-off' | 'secret-key' | 'secret-key-with-database' | 'password' | 'both-admin' | 'sender-with-server' | 'readable-file'
  | 'directory-address' | 'directory-client' | 'directory-label' | 'whole-directory' | 'address-with-directory';

/** Everything that may keep Portée from starting, with what the person must be told. */
export type StartProblem =
  | { reason: 'environment'; problems: EnvironmentProblem[] }
  | { reason: 'data-folder-unwritable'; folder: string }
  | { reason: 'data-folder-unreachable'; folder: string; user: string }
  | { reason: 'data-folder-other-version'; folder: string; found: string; expected: string }
  | { reason: 'disk-full'; folder: string }
  | { reason: 'port-taken'; port: number }
  | { reason: 'port-forbidden'; port: number }
  | { reason: 'address-unavailable'; host: string }
  | { reason: 'already-running'; address: string }
  | { reason: 'database-unreachable'; address: string; cause: string }
  | { reason: 'database-too-old'; found: string; needed: string }
  | { reason: 'database-newer' }
  | { reason: 'database-rights' }
  | { reason: 'database-lost' }
  | { reason: 'queue-unreachable'; isRedis: boolean }
  | { reason: 'embedded-database-failed'; log: string; lastLines: string }
  | { reason: 'embedded-database-missing'; platform: string }
  | { reason: 'no-database-user' };

export type StartReason = StartProblem['reason'];

/** Portée cannot start, or cannot go on, for a reason that the person at the terminal can cure. */
export class StartError extends Error {
  constructor(
    readonly problem: StartProblem,
    options?: ErrorOptions,
  ) {
    super(JSON.stringify(problem), options);
  }
}
