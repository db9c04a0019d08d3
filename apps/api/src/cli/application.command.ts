import { setNetworkApplication } from '@portee/shared';
import type { Command } from 'commander';
import { HostApplications, networksOfHost } from '../connecting/host-applications.service.js';
import { CommandError, WrongValue } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { textTable } from './text-table.js';
import { taking } from './values.js';

export function addApplication(program: Command, line: CommandLine): void {
  const application = program.command('application').description(line.words('application.about'));
  application
    .command('set')
    .description(line.words('application.set.about'))
    .argument('<network>', line.words('application.network', { networks: networksOfHost().join(', ') }), takingNetwork)
    .requiredOption('--client-id <id>', line.words('application.client-id'), taking('name', '--client-id'))
    .requiredOption('--secret-stdin', line.words('application.secret'))
    .action((network: string, { clientId }: { clientId: string }) => set(line, network, clientId));
  application.command('list').description(line.words('application.list.about')).action(() => list(line));
  application
    .command('remove')
    .description(line.words('application.remove.about'))
    .argument('<network>', line.words('application.network', { networks: networksOfHost().join(', ') }), takingNetwork)
    .action((network: string) => remove(line, network));
}

function takingNetwork(value: string): string {
  if (!networksOfHost().includes(value)) throw new WrongValue({ name: 'network', value }, 'one-of', networksOfHost());
  return value;
}

/** The secret comes from standard input: an argument would stand in the list of processes. */
function set(line: CommandLine, network: string, clientId: string): Promise<void> {
  return line.withServices(async (services) => {
    const clientSecret = await line.terminal.readSecret(line.words('application.ask'));
    const wanted = setNetworkApplication.safeParse({ clientId, clientSecret });
    if (!wanted.success) throw new CommandError('secret-missing');
    await services.get(HostApplications).set(network, wanted.data);
    line.tell('application.kept', { network });
    line.answer({ network, clientId }, () => []);
  });
}

function list(line: CommandLine): Promise<void> {
  return line.withServices(async (services, { publicUrl }) => {
    const applications = (await services.get(HostApplications).list(publicUrl ?? '')).map(({ network, clientId, registeredAt }) => ({ network, clientId, registeredAt }));
    line.answer(applications, () => textTable(applications.map(({ network, clientId, registeredAt }) => [network, clientId ?? line.words('application.none'), registeredAt?.slice(0, 10) ?? ''])));
  });
}

function remove(line: CommandLine, network: string): Promise<void> {
  return line.withServices(async (services) => {
    await services.get(HostApplications).remove(network);
    line.tell('application.removed', { network });
    line.answer({ network, removed: true }, () => []);
  });
}
