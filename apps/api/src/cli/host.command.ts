import type { Command } from 'commander';
import { Hosts } from '../accounts/hosts.js';
import type { CommandLine } from './command-line.js';
import { textTable } from './text-table.js';
import { taking } from './values.js';

export function addHost(program: Command, line: CommandLine): void {
  const host = program.command('host').description(line.words('host.about'));
  host.command('add').description(line.words('host.add.about')).argument('<email>', line.words('host.email'), taking('email', 'email')).action((email: string) => change(line, { email, isHost: true }));
  host.command('remove').description(line.words('host.remove.about')).argument('<email>', line.words('host.email'), taking('email', 'email')).action((email: string) => change(line, { email, isHost: false }));
  host.command('list').description(line.words('host.list.about')).action(() => list(line));
}

function change(line: CommandLine, { email, isHost }: { email: string; isHost: boolean }): Promise<void> {
  return line.withServices(async (services) => {
    const hosts = services.get(Hosts);
    const person = await (isHost ? hosts.name(email, null) : hosts.removeAt(email));
    line.tell(isHost ? 'host.added' : 'host.removed', { email: person.email });
    line.answer({ id: person.id, email: person.email, name: person.name, isHost }, () => []);
  });
}

function list(line: CommandLine): Promise<void> {
  return line.withServices(async (services) => {
    const hosts = (await services.get(Hosts).list()).map(({ person: { id, email, name }, namedAt }) => ({ id, email, name, namedAt: namedAt.toISOString() }));
    if (hosts.length === 0) line.tell('host.none');
    line.answer(hosts, () => textTable(hosts.map(({ email, name }) => [email, name])));
  });
}
