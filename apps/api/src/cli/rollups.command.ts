import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import type { Organisation } from '../accounts/organisation.entity.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { readChannels } from '../channels/channel-list.query.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { checkRollups, type RollupDifference } from '../posts/check-rollups.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { rebuildRollups } from '../posts/refresh-rollups.js';
import type { CommandLine } from './command-line.js';
import { exitCodes } from './exit-codes.js';

const TOLD = 20;

interface Checked {
  organisation: string;
  posts: number;
  months: number;
  differences: (RollupDifference & { channel: string })[];
}

export function addRollups(program: Command, line: CommandLine): void {
  const rollups = program.command('rollups').description(line.words('rollups.about'));
  for (const [name, act] of [['check', check], ['rebuild', rebuild]] as const) {
    rollups
      .command(name)
      .description(line.words(`rollups.${name}.about`))
      .option('--organisation <slug>', line.words('option.organisation-one'))
      .action(({ organisation }: { organisation?: string }) => line.withServices((services) => act(line, services, organisation)));
  }
}

async function check(line: CommandLine, services: INestApplicationContext, slug: string | undefined): Promise<void> {
  const results: Checked[] = [];
  for (const organisation of await chosen(services, slug)) {
    const result = await checkOrganisation(services, organisation);
    tell(line, result);
    results.push(result);
  }
  if (results.some(({ differences }) => differences.length > 0)) line.exitCode = exitCodes.found;
  line.answer(results, () => []);
}

function checkOrganisation(services: INestApplicationContext, { id, slug }: Organisation): Promise<Checked> {
  return services.get(TenantTransaction).runUnmoved(id, async (manager) => {
    const checked: Checked = { organisation: slug, posts: 0, months: 0, differences: [] };
    for (const channel of await readChannels(manager, id)) {
      const { posts, months, differences } = await checkRollups(manager, id, channel);
      checked.posts += posts;
      checked.months += months;
      checked.differences.push(...differences.map((difference) => ({ ...difference, channel: channel.name })));
    }
    return checked;
  });
}

function tell(line: CommandLine, { organisation, posts, months, differences }: Checked): void {
  if (differences.length === 0) return line.tell('rollups.same', { organisation, posts, months });
  line.tell('rollups.differ', { organisation, differences: differences.length });
  const shown = (value: unknown) => (value === undefined ? line.words('rollups.absent') : value === null ? '—' : typeof value === 'string' ? value : JSON.stringify(value));
  for (const { kind, channel, subject, field, stored, expected } of differences.slice(0, TOLD)) {
    line.tell(`rollups.difference.${kind}`, { channel, subject, field, stored: shown(stored), expected: shown(expected) });
  }
  if (differences.length > TOLD) line.tell('rollups.more', { count: differences.length - TOLD });
}

async function rebuild(line: CommandLine, services: INestApplicationContext, slug: string | undefined): Promise<void> {
  const results: { organisation: string; channels: number }[] = [];
  for (const { id, slug: organisation } of await chosen(services, slug)) {
    const channels = await services.get(TenantTransaction).run(id, async (manager) => {
      await holdLedger(manager, id);
      const all = await readChannels(manager, id);
      for (const channel of all) await rebuildRollups(manager, id, channel);
      return all.length;
    });
    line.tell('rollups.rebuilt', { organisation, channels });
    results.push({ organisation, channels });
  }
  line.answer(results, () => []);
}

async function chosen(services: INestApplicationContext, slug: string | undefined): Promise<Organisation[]> {
  const organisations = services.get(OrganisationsService);
  return slug === undefined ? organisations.list() : [await organisations.bySlug(slug)];
}
