import type { Command } from 'commander';
import type { CommandLine } from './command-line.js';
import { examineInstallation } from './doctor.command.js';
import { exitCodes } from './exit-codes.js';

/** The command over what doctor.command.ts finds. */
export function addDoctor(program: Command, line: CommandLine): void {
  program.command('doctor').description(line.words('doctor.about')).action(() => examine(line));
}

async function examine(line: CommandLine): Promise<void> {
  const findings = await examineInstallation();
  if (findings.some(({ state }) => state === 'problem')) line.exitCode = exitCodes.found;
  line.answer(findings, () => findings.map(({ state, sentence }) => line.words('doctor.finding', { state: line.words(`doctor.${state}`), sentence })));
}
