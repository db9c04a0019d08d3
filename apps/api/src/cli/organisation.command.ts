import type { Command } from 'commander';
import type { Organisation } from '../accounts/organisation.entity.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { DeleteOrganisation } from '../privacy/delete-organisation.service.js';
import type { CommandLine } from './command-line.js';
import { textTable } from './text-table.js';
import { taking } from './values.js';

const DEFAULT_TIME_ZONE = 'Europe/Brussels';

export function addOrganisation(program: Command, line: CommandLine): void {
  const organisation = program.command('organisation').description(line.words('organisation.about'));
  organisation
    .command('create')
    .description(line.words('organisation.create.about'))
    .argument('<name>', line.words('organisation.create.name'), taking('name', 'name'))
    .option('--slug <slug>', line.words('organisation.create.slug'), taking('slug', '--slug'))
    .option('--time-zone <zone>', line.words('option.time-zone'), taking('time-zone', '--time-zone'), DEFAULT_TIME_ZONE)
    .action((name: string, options: { slug?: string; timeZone: string }) => create(line, { name, ...options }));
  organisation
    .command('remove')
    .description(line.words('organisation.remove.about'))
    .argument('<slug>', line.words('option.organisation'))
    .requiredOption('--name <name>', line.words('organisation.remove.name'))
    .action((slug: string, { name }: { name: string }) => remove(line, slug, name));
  organisation.command('list').description(line.words('organisation.list.about')).action(() => list(line));
}

function create(line: CommandLine, wanted: { name: string; slug?: string; timeZone: string }): Promise<void> {
  return line.withServices(async (services) => {
    const created = await services.get(OrganisationsService).create(wanted);
    line.tell('organisation.created', { name: created.name, slug: created.slug });
    line.answer(view(created), () => [created.slug]);
  });
}

/** Whoever types here runs the installation: there is nobody else to take it back. */
function remove(line: CommandLine, slug: string, name: string): Promise<void> {
  return line.withServices(async (services) => {
    const organisation = await services.get(OrganisationsService).bySlug(slug);
    await services.get(DeleteOrganisation).ask(organisation.id, { name, isNow: true });
    line.tell('organisation.removed', { name: organisation.name });
    line.answer(view(organisation), () => []);
  });
}

function list(line: CommandLine): Promise<void> {
  return line.withServices(async (services) => {
    const organisations = await services.get(OrganisationsService).list();
    if (organisations.length === 0) line.tell('organisation.none');
    line.answer(organisations.map(view), () => textTable(organisations.map(({ slug, name, timeZone }) => [slug, name, timeZone])));
  });
}

function view({ id, slug, name, timeZone, isDemonstration, createdAt }: Organisation) {
  return { id, slug, name, timeZone, isDemonstration, createdAt: createdAt.toISOString() };
}
