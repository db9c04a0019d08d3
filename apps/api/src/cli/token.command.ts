import { leastRoleOf, type Role, roles, type TokenScope, tokenScopes } from '@portee/shared';
import type { Command } from 'commander';
import { ApiTokens } from '../accounts/api-tokens.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import type { CommandLine } from './command-line.js';
import { textTable } from './text-table.js';
import { choice, taking, takingDays, takingSome } from './values.js';

const DAY_MS = 86_400_000;
/** How long a key holds where nothing is said. */
const USUAL_DAYS = 365;
const NEVER = 'never';

interface CreateOptions {
  organisation: string;
  role?: Role;
  scope?: TokenScope[];
  name?: string;
  expires: number | typeof NEVER;
}

export function addToken(program: Command, line: CommandLine): void {
  const token = program.command('token').description(line.words('token.about'));
  token
    .command('create')
    .description(line.words('token.create.about'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .addOption(choice('--role <role>', line.words('token.create.role', { roles: roles.join(', ') }), roles))
    .option('--scope <scopes>', line.words('token.create.scope', { scopes: tokenScopes.join(', ') }), takingSome('--scope', tokenScopes))
    .option('--name <name>', line.words('token.create.name'), taking('name', '--name'))
    .option('--expires <days>', line.words('token.create.expires', { days: USUAL_DAYS }), (value: string) => (value === NEVER ? NEVER : takingDays('--expires')(value)), USUAL_DAYS)
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

function create(line: CommandLine, { organisation, scope: scopes, role = leastRoleOf(scopes ?? ['read']), name = line.words('token.create.name-default'), expires }: CreateOptions): Promise<void> {
  return line.withServices(async (services) => {
    const { id: organisationId } = await services.get(OrganisationsService).bySlug(organisation);
    const expiresAt = expires === NEVER ? null : new Date(line.now().getTime() + expires * DAY_MS);
    const { id, token } = await services.get(ApiTokens).create(organisationId, { name, role, scopes: scopes ?? null, expiresAt });
    line.tell('token.created');
    if (expiresAt === null) line.tell('token.endless');
    line.answer({ id, token, name, role, scopes: scopes ?? null, expiresAt: expiresAt?.toISOString() ?? null }, () => [token]);
  });
}

function list(line: CommandLine, organisation: string): Promise<void> {
  return line.withServices(async (services) => {
    const { id: organisationId } = await services.get(OrganisationsService).bySlug(organisation);
    const tokens = (await services.get(ApiTokens).list(organisationId)).map(({ createdAt, expiresAt, lastUsedAt, maker: createdBy, ...rest }) => ({
      ...rest, createdBy, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
    if (tokens.length === 0) line.tell('token.none');
    line.answer(tokens, () => textTable(tokens.map(({ id, name, role, scopes, isOver, expiresAt }) => [
      id, role, scopes?.join(',') ?? line.words('token.all'), isOver ? line.words('token.over') : (expiresAt?.slice(0, 10) ?? line.words('token.never')), name,
    ])));
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
