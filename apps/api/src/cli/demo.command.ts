import type { Command } from 'commander';
import { DemonstrationService } from '../demonstration/demonstration.service.js';
import type { CommandLine } from './command-line.js';

export function addDemo(program: Command, line: CommandLine): void {
  const demo = program.command('demo').description(line.words('demo.about'));
  demo.command('load').description(line.words('demo.load.about')).action(() => load(line));
  demo.command('remove').description(line.words('demo.remove.about')).action(() => remove(line));
}

function load(line: CommandLine): Promise<void> {
  return line.withServices(async (services) => {
    const loaded = await services.get(DemonstrationService).load(line.now(), 'everybody');
    line.tell(loaded.isNew ? 'demo.loaded' : 'demo.stood', { name: loaded.name, slug: loaded.slug });
    line.answer(loaded, () => [loaded.slug]);
  });
}

function remove(line: CommandLine): Promise<void> {
  return line.withServices(async (services) => {
    const removed = await services.get(DemonstrationService).remove();
    line.tell(removed ? 'demo.removed' : 'demo.none');
    line.answer({ removed }, () => []);
  });
}
