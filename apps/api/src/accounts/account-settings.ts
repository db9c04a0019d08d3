import { createHmac, hkdfSync } from 'node:crypto';
import type { Environment } from '../config/env.js';

/** What the accounts need to know of this installation. */
export interface AccountSettings {
  /** Address of the application role's database. */
  applicationUrl: string;
  /** Signs session cookies. */
  sessionSecret: string;
  /** Where people find Portée; null: on the host and port it listens on. */
  publicUrl: string | null;
  /** Code the first-run page asks for; null: it asks none. */
  setupCode: string | null;
  /** The directory by which people may sign in; null: none. */
  directory: Environment['directory'];
  /** First account for unattended set-up, and its language. */
  firstAccount: Environment['firstAccount'];
  language: Environment['language'];
}

export const ACCOUNT_SETTINGS = Symbol('account settings');

/** Without 0, 1, I, L, O and U: what is copied from a terminal must not be misread. 30 signs, 8 of them: 39 bits. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/** Everything is derived from the installation's secret key, so that all its processes agree without a word. */
export function accountSettings(environment: Environment, applicationUrl: string, secretKey: string): AccountSettings {
  const sessionSecret = sessionSecretFrom(secretKey);
  const setupCode = isLoopback(environment.host) ? null : setupCodeFrom(secretKey);
  const { publicUrl, directory, firstAccount, language } = environment;
  return { applicationUrl, sessionSecret, publicUrl, setupCode, directory, firstAccount, language };
}

/** Signs session cookies, and encrypts second factors. */
export function sessionSecretFrom(secretKey: string): string {
  return Buffer.from(hkdfSync('sha256', secretKey, 'portee', 'sessions', 32)).toString('base64url');
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function setupCodeFrom(secretKey: string): string {
  const bytes = createHmac('sha256', secretKey).update('first account').digest().subarray(0, CODE_LENGTH);
  const signs = Array.from(bytes, (byte) => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length)).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
