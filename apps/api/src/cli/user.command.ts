import { readFile } from 'node:fs/promises';
import { type Locale, locales, password as passwordText, type Role, roles } from '@portee/shared';
import type { Command } from 'commander';
import { AccountLinks } from '../accounts/account-links.service.js';
import { AuthPort } from '../accounts/auth-port.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { People } from '../accounts/people.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Outbox } from '../mail/outbox.js';
import { CommandError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { choice, taking } from './values.js';

const USUAL_ROLE: Role = 'coordinator';

interface CreateOptions {
  organisation: string;
  email: string;
  name: string;
  role: Role;
  language: Locale;
  passwordFile?: string;
}

export function addUser(program: Command, line: CommandLine): void {
  const user = program.command('user').description(line.words('user.about'));
  user
    .command('create')
    .description(line.words('user.create.about'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .requiredOption('--email <email>', line.words('user.create.email'), taking('email', '--email'))
    .requiredOption('--name <name>', line.words('user.create.name'), taking('name', '--name'))
    .addOption(choice('--role <role>', line.words('user.create.role', { roles: roles.join(', ') }), roles).default(USUAL_ROLE))
    .addOption(choice('--language <language>', line.words('user.create.language', { languages: locales.join(', ') }), locales).default(line.language))
    .option('--password-file <file>', line.words('user.create.password-file'))
    .action((options: CreateOptions) => create(line, options));
  user
    .command('password-link')
    .description(line.words('user.password-link.about'))
    .requiredOption('--email <email>', line.words('user.password-link.email'), taking('email', '--email'))
    .action(({ email }: { email: string }) => makePasswordLink(line, email));
}

async function create(line: CommandLine, { organisation, role, passwordFile, ...person }: CreateOptions): Promise<void> {
  const password = await readPassword(line, passwordFile);
  await line.withServices(async (services) => {
    const { id: organisationId } = await services.get(OrganisationsService).bySlug(organisation);
    const { id, name, email, language } = await services.get(People).create({ ...person, password }, { organisationId, role });
    line.tell('user.created', { name, email });
    line.answer({ id, name, email, language, organisation, role }, () => []);
  });
}

/** @throws CommandError person-not-found */
async function makePasswordLink(line: CommandLine, email: string): Promise<void> {
  await line.withServices(async (services) => {
    const person = await services.get(TenantTransaction).lookUp((manager) => services.get(AuthPort).personByAddress(manager, email));
    if (person === null) throw new CommandError('person-not-found', { email });
    const { token, expiresAt } = await services.get(AccountLinks).makePasswordLink(person.id);
    const link = services.get(Outbox).addressOf(`/mot-de-passe#${token}`);
    line.tell('user.password-link.made', { name: person.name });
    line.answer({ link, expiresAt: expiresAt.toISOString() }, () => [link]);
  });
}

/** @throws CommandError file-unreadable, password-needed */
async function readPassword(line: CommandLine, path: string | undefined): Promise<string> {
  const given = path === undefined ? await line.terminal.readSecret(line.words('user.create.ask-password')) : await firstLine(path);
  const parsed = passwordText.safeParse(given);
  if (!parsed.success) throw new CommandError('password-needed');
  return parsed.data;
}

async function firstLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CommandError('file-unreadable', { path }, { cause });
  });
  return text.split(/\r?\n/)[0] ?? '';
}
