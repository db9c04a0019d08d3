import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locale } from '@portee/shared';
import { z } from 'zod';
import { type EnvironmentValues, environmentSchema, expectedValues, fileVariables, neverEmptyFiles, secretVariables } from './env-schema.js';
import { type EnvironmentProblem, type ExpectedValue, StartError } from './start-error.js';
import { terminalLanguage } from './terminal-language.js';

/** The settings of this process, read once at start. */
export interface Environment {
  /** Address to listen on. */
  host: string;
  /** Port to listen on; 0 lets the system choose (tests). */
  port: number;
  /** Where people find Portée, without a slash at the end; null: http on the host and port it listens on. */
  publicUrl: string | null;
  /** Absolute path of the folder of the embedded database and of the kept key. */
  dataFolder: string;
  role: 'all' | 'api' | 'worker';
  /** null: the embedded database. */
  databaseUrl: string | null;
  /** null: the queue lives in Postgres. */
  redisUrl: string | null;
  /** null: the one kept in the data folder; never null with a databaseUrl. */
  secretKey: string | null;
  smtpUrl: string | null;
  smtpFrom: string | null;
  maxUploadBytes: number;
  /** First account for unattended set-up; null: the first-run page. */
  firstAccount: { email: string; password: string } | null;
  /** Other base addresses of networks, by lower-case network name ("mastodon"). */
  networkUrls: Record<string, string>;
  allowPrivateAddresses: boolean;
  /** The directory whose people may sign in by it; null: none. */
  directory: DirectorySettings | null;
  language: Locale;
  /** Variables that look like ours and are not: most likely a slip of the pen. */
  unknownNames: string[];
}

/** A directory that speaks OpenID Connect, and how Portée is registered there. */
export interface DirectorySettings {
  /** As the directory names itself: where it is asked what it offers, and what its answers must carry. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it: « Se connecter avec … ». */
  label: string;
}

type Source = Record<string, string | undefined>;

/** The checkout this program runs from. */
export const PROJECT_FOLDER = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const NETWORK_URL = /^PORTEE_([A-Z0-9]+)_API_URL$/;
/** What a variable should hold because of another one. */
const togetherValues = ['both-admin', 'sender-with-server', 'secret-key-with-database', 'whole-directory', 'address-with-directory'] as const;
const TEST_VARIABLE = /^PORTEE_(TEST|BENCH)_/;

/**
 * The settings that this process was started with; the only reader of the process environment.
 * @throws StartError  reason "environment", naming every variable that cannot be used
 */
export function currentEnvironment(): Environment {
  return readEnvironment(process.env);
}

/** Language of the terminal, known even when the settings are wrong. */
export function currentLanguage(): Locale {
  return terminalLanguage(process.env);
}

/**
 * Reads the settings from variables. An empty value counts as absent.
 * @throws StartError  reason "environment", naming every variable that cannot be used
 */
export function readEnvironment(source: Source): Environment {
  const problems: EnvironmentProblem[] = [];
  const given = withFiles(source, problems);
  const networkUrls = readNetworkUrls(given, problems);
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => toProblem(issue, given)));
  if (!parsed.success || problems.length > 0) throw new StartError({ reason: 'environment', problems });
  return { ...toEnvironment(parsed.data), networkUrls, language: terminalLanguage(source), unknownNames: unknownNames(given) };
}

function toEnvironment(values: EnvironmentValues): Omit<Environment, 'networkUrls' | 'language' | 'unknownNames'> {
  const { PORTEE_ADMIN_EMAIL: email, PORTEE_ADMIN_PASSWORD: password } = values;
  return {
    host: values.PORTEE_HOST,
    port: values.PORTEE_PORT,
    publicUrl: values.PORTEE_URL?.replace(/\/+$/, '') ?? null,
    dataFolder: resolve(PROJECT_FOLDER, values.PORTEE_DATA ?? '.portee'),
    role: values.PORTEE_ROLE,
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    secretKey: values.PORTEE_SECRET_KEY ?? null,
    smtpUrl: values.PORTEE_SMTP_URL ?? null,
    smtpFrom: values.PORTEE_SMTP_FROM ?? null,
    maxUploadBytes: values.PORTEE_MAX_UPLOAD,
    firstAccount: email !== undefined && password !== undefined ? { email, password } : null,
    allowPrivateAddresses: values.PORTEE_ALLOW_PRIVATE_ADDRESSES,
    directory: directoryOf(values),
  };
}

function directoryOf({ PORTEE_OIDC_ISSUER: issuer, PORTEE_OIDC_CLIENT_ID: clientId, PORTEE_OIDC_CLIENT_SECRET: clientSecret, PORTEE_OIDC_LABEL: label }: EnvironmentValues): DirectorySettings | null {
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return { issuer, clientId, clientSecret, label: label ?? new URL(issuer).hostname };
}

function withFiles(source: Source, problems: EnvironmentProblem[]): Source {
  const given: Source = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
  for (const name of fileVariables) {
    const path = given[`${name}_FILE`];
    delete given[`${name}_FILE`];
    if (path === undefined || given[name] !== undefined) continue;
    const text = readTextOrNull(path);
    if (text === null || (text === '' && neverEmptyFiles.has(name))) problems.push({ name: `${name}_FILE`, given: path, expected: 'readable-file' });
    else if (text !== '') given[name] = text;
  }
  return given;
}

function readTextOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

function readNetworkUrls(given: Source, problems: EnvironmentProblem[]): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    const network = NETWORK_URL.exec(name)?.[1]?.toLowerCase();
    if (network === undefined || value === undefined) continue;
    const url = z.url({ protocol: /^https?$/ }).safeParse(value);
    if (url.success) urls[network] = url.data.replace(/\/+$/, '');
    else problems.push({ name, given: value, expected: 'web-address' });
  }
  return urls;
}

function toProblem(issue: z.core.$ZodIssue, given: Source): EnvironmentProblem {
  const name = String(issue.path[0]);
  const isSecret = secretVariables.has(name);
  return { name, given: isSecret ? null : (given[name] ?? null), expected: expectedOf(issue, name) };
}

function expectedOf(issue: z.core.$ZodIssue, name: string): ExpectedValue {
  const special: unknown = issue.code === 'custom' ? issue.params?.expected : undefined;
  const together = togetherValues.find((value) => value === special);
  if (together !== undefined) return together;
  const found = Object.entries(expectedValues).find(([variable]) => variable === name);
  return found?.[1] ?? 'readable-file';
}

function unknownNames(given: Source): string[] {
  const isKnown = (name: string) => name in expectedValues || NETWORK_URL.test(name) || TEST_VARIABLE.test(name);
  return Object.keys(given).filter((name) => name.startsWith('PORTEE_') && !isKnown(name));
}
