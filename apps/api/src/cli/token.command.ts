import { type Role, roles } from '@portee/shared';
import type { Command } from 'commander';
import { ApiTokens } from '../accounts/api-tokens.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import type { CommandLine } from './command-line.js';
import { textTable } from './text-table.js';
import { choice, taking, takingDays } from './values.js';

const DAY_MS = 86_400_000;
const LEAST_ROLE: Role = 'reader';

interface CreateOptions {
  organisation: string;
  role: Role;
  name?: string;
  days?: number;
}

export function addToken(program: Command, line: CommandLine): void {
  const token = program.command('token').description(line.words('token.about'));
  token
    .command('create')
    .description(line.words('token.create.about'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .addOption(choice('--role <role>', line.words('token.create.role', { roles: roles.join(', ') }), roles).default(LEAST_ROLE))
    .option('--name <name>', line.words('token.create.name'), taking('name', '--name'))
    .option('--days <days>', line.words('token.create.days'), takingDays('--days'))
    .action((options: CreateOptions) => create(line, options));
  token
    .command('list')
    .description(line.words('token.list.about'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .action(({ organisation }: { organisation: string }) => list(line, organisation));
  token
    .command('revoke')
    .description(line.words('token.revoke.about'))
    .argument('<id>', line.words('token.revoke.id'), taking('identifier', 'id'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .action((id: string, { organisation }: { organisation: string }) => revoke(line, organisation, id));
}

function create(line: CommandLine, { organisation, role, name = line.words('token.create.name-default'), days }: CreateOptions): Promise<void> {
  return line.withServices(async (services) => {
    const { id: organisationId } = await services.get(OrganisationsService).bySlug(organisation);
    const expiresAt = days === undefined ? null : new Date(line.now().getTime() + days * DAY_MS);
    const { id, token } = await services.get(ApiTokens).create(organisationId, { name, role, expiresAt });
    line.tell('token.created');
    line.answer({ id, token, name, role, expiresAt: expiresAt?.toISOString() ?? null }, () => [token]);
  });
}

function list(line: CommandLine, organisation: string): Promise<void> {
  return line.withServices(async (services) => {
    const { id: organisationId } = await services.get(OrganisationsService).bySlug(organisation);
    const tokens = (await services.get(ApiTokens).list(organisationId)).map(({ id, name, role, createdAt, expiresAt, lastUsedAt }) => ({
      id, name, role, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
    if (tokens.length === 0) line.tell('token.none');
    line.answer(tokens, () => textTable(tokens.map(({ id, name, role, expiresAt }) => [id, role, expiresAt?.slice(0, 10) ?? line.words('token.never'), name])));
  });
}

function revoke(line: CommandLine, organisation: string, id: string): Promise<void> {
  return line.withServices(async (services) => {
    const { id: organisationId } = await services.get(OrganisationsService).bySlug(organisation);
    await services.get(ApiTokens).revoke(organisationId, id);
    line.tell('token.revoked');
    line.answer({ id, revoked: true }, () => []);
  });
}
