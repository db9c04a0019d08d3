import { hkdfSync } from 'node:crypto';

/** The two login roles of one Portée database. Named after it, so that several may share a server. */
export interface DatabaseRoles {
  /** Reads and writes rows under row-level security; owns nothing. */
  application: string;
  /** Reaches the schema of the queue and nothing else. */
  queue: string;
}

export const QUEUE_SCHEMA = 'portee_queue';

/** Role names for a database: `portee_app` and `portee_queue` for the database `portee`. */
export function databaseRoles(database: string): DatabaseRoles {
  return { application: `${database}_app`, queue: `${database}_queue` };
}

/**
 * Password of a role, derived from the installation's secret key: every process of the installation
 * knows it without another secret to hand around, and a new key changes it at the next start.
 */
export function rolePassword(secretKey: string, role: string): string {
  return Buffer.from(hkdfSync('sha256', secretKey, 'portee', `database role ${role}`, 24)).toString('base64url');
}

/** The owner's address with another role in it. */
export function urlForRole(ownerUrl: string, role: string, secretKey: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = rolePassword(secretKey, role);
  return url.href;
}
