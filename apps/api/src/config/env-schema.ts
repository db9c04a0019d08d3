import { z } from 'zod';
import type { ExpectedValue } from './start-error.js';

const MAX_UPLOAD_BYTES = 200 * 1024 ** 2;
const UNITS: Record<string, number> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** "200 MB", "200Mo", "1 GB", "1048576": a size in bytes. */
const size = z
  .string()
  .regex(/^\s*\d+(?:[.,]\d+)?\s*(?:[kmg]?i?[bo]?)\s*$/i)
  .transform((text) => {
    const amount = Number.parseFloat(text.replace(',', '.'));
    const unit = /[kmg]/i.exec(text)?.[0].toLowerCase() ?? '';
    return Math.round(amount * (UNITS[unit] ?? 1));
  })
  .refine((bytes) => bytes > 0);

const onOff = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['1', 'true', 'yes', 'on', 'oui', '0', 'false', 'no', 'off', 'non']))
  .transform((text) => ['1', 'true', 'yes', 'on', 'oui'].includes(text));

const address = (protocol: RegExp) => z.url({ protocol, hostname: /.*/ });

/** What a directory says opens accounts: it is asked over https. On this machine nobody stands between. */
const directoryAddress = z.union([address(/^https$/), z.url({ protocol: /^http$/, hostname: /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/ })]);

/** A directory needs all of these. */
const directoryVariables = ['PORTEE_OIDC_ISSUER', 'PORTEE_OIDC_CLIENT_ID', 'PORTEE_OIDC_CLIENT_SECRET'] as const;

/** Every variable that Portée reads, the addresses of networks aside (env.ts). The table «Running it» of the README says what each means. */
export const environmentSchema = z
  .object({
    PORTEE_HOST: z.string().regex(/^[\w.:-]+$/).default('127.0.0.1'),
    PORTEE_PORT: z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.number().max(65_535)).default(3000),
    PORTEE_URL: address(/^https?$/).optional(),
    PORTEE_DATA: z.string().optional(),
    PORTEE_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
    DATABASE_URL: address(/^postgres(ql)?$/).optional(),
    REDIS_URL: address(/^rediss?$/).optional(),
    PORTEE_SECRET_KEY: z.string().min(32).optional(),
    PORTEE_SMTP_URL: address(/^smtps?$/).optional(),
    PORTEE_SMTP_FROM: z.string().regex(/^[^\r\n]*[^\s@]+@[^\s@]+$|^[^\r\n<]*<[^\s@]+@[^\s@]+>$/).optional(),
    PORTEE_MAX_UPLOAD: size.default(MAX_UPLOAD_BYTES),
    PORTEE_ADMIN_EMAIL: z.email().optional(),
    PORTEE_ADMIN_PASSWORD: z.string().min(10).max(200).optional(),
    PORTEE_ALLOW_PRIVATE_ADDRESSES: onOff.default(false),
    PORTEE_OIDC_ISSUER: directoryAddress.optional(),
    PORTEE_OIDC_CLIENT_ID: z.string().max(500).optional(),
    PORTEE_OIDC_CLIENT_SECRET: z.string().max(2_000).optional(),
    PORTEE_OIDC_LABEL: z.string().trim().max(60).optional(),
  })
  .superRefine((values, context) => {
    const isAdminHalf = (values.PORTEE_ADMIN_EMAIL === undefined) !== (values.PORTEE_ADMIN_PASSWORD === undefined);
    if (isAdminHalf) refuse(context, values.PORTEE_ADMIN_EMAIL === undefined ? 'PORTEE_ADMIN_EMAIL' : 'PORTEE_ADMIN_PASSWORD', 'both-admin');
    if (values.PORTEE_SMTP_URL !== undefined && values.PORTEE_SMTP_FROM === undefined) refuse(context, 'PORTEE_SMTP_FROM', 'sender-with-server');
    if (values.DATABASE_URL !== undefined && values.PORTEE_SECRET_KEY === undefined) refuse(context, 'PORTEE_SECRET_KEY', 'secret-key-with-database');
    refuseHalfDirectory(values, context);
  });

export type EnvironmentValues = z.output<typeof environmentSchema>;
export type VariableName = keyof EnvironmentValues;

/** What each variable should hold, for the sentence of a refusal. */
export const expectedValues: Record<VariableName, ExpectedValue> = {
  PORTEE_HOST: 'host',
  PORTEE_PORT: 'port',
  PORTEE_URL: 'web-address',
  PORTEE_DATA: 'folder',
  PORTEE_ROLE: 'role',
  DATABASE_URL: 'database-address',
  REDIS_URL: 'redis-address',
  PORTEE_SECRET_KEY: 'secret-key',
  PORTEE_SMTP_URL: 'mail-server',
  PORTEE_SMTP_FROM: 'mail-address',
  PORTEE_MAX_UPLOAD: 'size',
  PORTEE_ADMIN_EMAIL: 'mail-address',
  PORTEE_ADMIN_PASSWORD: 'password',
  PORTEE_ALLOW_PRIVATE_ADDRESSES: 'on-off',
  PORTEE_OIDC_ISSUER: 'directory-address',
  PORTEE_OIDC_CLIENT_ID: 'directory-client',
  PORTEE_OIDC_CLIENT_SECRET: 'directory-client',
  PORTEE_OIDC_LABEL: 'directory-label',
};

/** Values that are never repeated in a message. Addresses of servers carry passwords. */
export const secretVariables: ReadonlySet<string> = new Set<VariableName>([
  'DATABASE_URL', 'REDIS_URL', 'PORTEE_SECRET_KEY', 'PORTEE_SMTP_URL', 'PORTEE_ADMIN_PASSWORD', 'PORTEE_OIDC_CLIENT_SECRET',
]);

/** Secrets may be handed over in a file: NAME_FILE holds its path. */
export const fileVariables = [...secretVariables];

/** An empty file of another means that there is none; of these something was lost: Portée would begin anew beside its own database, queue or key. */
export const neverEmptyFiles: ReadonlySet<string> = new Set<VariableName>(['DATABASE_URL', 'REDIS_URL', 'PORTEE_SECRET_KEY']);

/** A name for a directory that is nowhere counts as half of one. */
function refuseHalfDirectory(values: Partial<Record<(typeof directoryVariables)[number] | 'PORTEE_OIDC_LABEL' | 'PORTEE_URL', string | undefined>>, context: z.RefinementCtx): void {
  const missing = directoryVariables.filter((name) => values[name] === undefined);
  if (missing.length === directoryVariables.length && values.PORTEE_OIDC_LABEL === undefined) return;
  for (const name of missing) refuse(context, name, 'whole-directory');
  if (values.PORTEE_URL === undefined) refuse(context, 'PORTEE_URL', 'address-with-directory');
}

function refuse(context: z.RefinementCtx, name: VariableName, expected: ExpectedValue): void {
  context.addIssue({ code: 'custom', path: [name], message: 'refused', params: { expected } });
}
