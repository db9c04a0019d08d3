import type { Command } from 'commander';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { readBounce } from '../mail/read-bounce.js';
import { CommandError } from './command-error.js';
import type { CommandLine } from './command-line.js';

/** What mail servers tell of mails. */
export function addMail(program: Command, line: CommandLine): void {
  program.command('mail').description(line.words('mail.about'))
    .command('returned').description(line.words('mail.returned.about'))
    .action(() => returned(line));
}

/** @throws CommandError no-bounce */
async function returned(line: CommandLine): Promise<void> {
  const bounce = readBounce(await line.terminal.readAll());
  if (bounce === null) throw new CommandError('no-bounce');
  await line.withServices(async (services) => {
    const [row]: { known: boolean }[] = await services.get(TenantTransaction).lookUp((manager) => manager.query('SELECT return_mail($1, $2, $3) AS known', [bounce.mailId, bounce.answer, line.now()]));
    line.tell(row?.known === true ? 'mail.returned.noted' : 'mail.returned.unknown');
    line.answer({ ...bounce, noted: row?.known === true }, () => []);
  });
}
