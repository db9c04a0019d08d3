import { problemSentences, speaker } from '@portee/shared';
import { Command, CommanderError } from 'commander';
import { explainFailure } from '../config/terminal-messages.js';
import { ArchiveError } from '../archives/archive-error.js';
import { asActor } from '../operations/acting.js';
import { DomainError } from '../operations/domain-error.js';
import { addApplication } from './application.command.js';
import { addBackup } from './backup.command.js';
import { addChannel } from './channel.command.js';
import { CommandError, WrongValue } from './command-error.js';
import { type AddCommand, CommandLine, type CommandLineSettings } from './command-line.js';
import { addDemo } from './demo.command.js';
import { addDoctor } from './diagnosis.command.js';
import { exitCodes } from './exit-codes.js';
import { addHost } from './host.command.js';
import { addImport } from './import.command.js';
import type { CommandKey } from './messages/command-messages.js';
import { addExport } from './export.command.js';
import { addIngest } from './ingest.command.js';
import { addKeys } from './keys.command.js';
import { addOrganisation } from './organisation.command.js';
import { addRecommend } from './recommend.command.js';
import { addPlan } from './plan.command.js';
import { addReport } from './report.command.js';
import { addRestore } from './restore.command.js';
import { addRollups } from './rollups.command.js';
import { addToken } from './token.command.js';
import { addMail } from './mail.command.js';
import { addUser } from './user.command.js';

const commands: readonly AddCommand[] = [addOrganisation, addChannel, addApplication, addImport, addRecommend, addReport, addPlan, addToken, addHost, addUser, addMail, addDemo, addIngest, addKeys, addRollups, addBackup, addRestore, addExport, addDoctor];

/**
 * Carries out one command and tells how it ended.
 * @param words  what was written after the program's name
 * @returns the exit code, of `exitCodes` or of those of a Portée that cannot start
 */
export async function runCommandLine(words: readonly string[], settings: CommandLineSettings & { onOpen?: (line: CommandLine) => void }): Promise<number> {
  const line = new CommandLine(settings);
  settings.onOpen?.(line);
  try {
    await asActor({ kind: 'command', id: null }, () => program(line).parseAsync(words, { from: 'user' }));
    return line.exitCode;
  } catch (error) {
    return explain(line, error);
  }
}

function program(line: CommandLine): Command {
  const root = new Command('portee')
    .description(line.words('help.program'))
    .option('--json', line.words('option.json'))
    .addHelpText('after', `\n${line.words('help.codes')}`)
    .hook('preAction', (_, action) => {
      line.isJson = action.optsWithGlobals<{ json?: boolean }>().json === true;
    });
  for (const add of commands) add(root, line);
  prepare(root, line);
  return root;
}

const TITLES: Record<string, CommandKey> = {
  'Usage:': 'help.usage', 'Arguments:': 'help.arguments', 'Options:': 'help.options', 'Global Options:': 'help.global-options', 'Commands:': 'help.commands',
};

/** Every command speaks the person's language, and ends by an error that we tell ourselves. */
function prepare(command: Command, line: CommandLine): void {
  command
    .exitOverride()
    .helpOption('-h, --help', line.words('help.option'))
    .configureOutput({ writeOut: (text) => line.terminal.out(text), writeErr: (text) => line.terminal.err(text), outputError: () => {} })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titleOf(title, line) });
  if (command.commands.length === 0) return;
  command.helpCommand('help [command]', line.words('help.command'));
  for (const inner of command.commands) prepare(inner, line);
}

function titleOf(title: string, line: CommandLine): string {
  const key = TITLES[title];
  return key ? line.words(key) : title;
}

function explain(line: CommandLine, error: unknown): number {
  if (error instanceof CommanderError) return explainUse(line, error);
  if (error instanceof WrongValue) {
    const { about, expected, choices } = error;
    line.tell('wrong.value', { ...about, expected: line.words(`expected.${expected}`, { choices: choices.join(', ') }) });
    return exitCodes.wrongUse;
  }
  if (error instanceof CommandError || error instanceof ArchiveError) {
    line.tell(`refused.${error.reason}`, error.values);
    return exitCodes.refused;
  }
  if (error instanceof DomainError) {
    line.terminal.err(`${speaker(problemSentences, line.language)(error.reason, error.values)}\n`);
    return exitCodes.refused;
  }
  const { text, exitCode } = explainFailure(error, line.language);
  line.terminal.err(`${text}\n`);
  return exitCode;
}

const WRONG: Record<string, CommandKey> = {
  'commander.unknownCommand': 'wrong.unknown-command',
  'commander.unknownOption': 'wrong.unknown-option',
  'commander.missingArgument': 'wrong.missing-argument',
  'commander.missingMandatoryOptionValue': 'wrong.missing-option',
  'commander.optionMissingArgument': 'wrong.missing-value',
  'commander.excessArguments': 'wrong.too-many',
};

/** Help asked for is no error; help shown because nothing was asked is. */
function explainUse(line: CommandLine, error: CommanderError): number {
  if (error.exitCode === 0) return exitCodes.done;
  if (error.code === 'commander.help') return exitCodes.wrongUse;
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  line.tell(WRONG[error.code] ?? 'wrong.other', { name, message: error.message });
  return exitCodes.wrongUse;
}
