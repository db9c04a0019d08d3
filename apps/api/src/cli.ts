import 'reflect-metadata';
import { nodeTerminal } from './cli/node-terminal.js';
import { runCommandLine } from './cli/run-command-line.js';
import { currentEnvironment, currentLanguage } from './config/env.js';

const INTERRUPTED = 130;

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: currentEnvironment,
  language: currentLanguage(),
  terminal: nodeTerminal,
  now: () => new Date(),
  onOpen: (line) => {
    // A command that is stopped leaves no database running behind it.
    const stop = () => void line.close().finally(() => process.exit(INTERRUPTED));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  },
});
process.exit();
