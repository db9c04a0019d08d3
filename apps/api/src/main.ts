import { type Environment, currentEnvironment, currentLanguage } from './config/env.js';
import { StartError } from './config/start-error.js';
import { hasCode } from './config/system-error.js';
import { type TerminalMessages, explainFailure, terminalMessages } from './config/terminal-messages.js';
import { type Installation, openInstallation } from './database/open-installation.js';
import { QueueUnreachable } from './operations/queue-connection.js';
import { type RunningPortee, startPortee } from './start-portee.js';

const STOP_LIMIT_MS = 10_000;
const STOPPED_TOO_LONG = 1;

/** What asks the program to stop: a signal, the launcher's end, or the loss of the database. */
type StopReason = { error: unknown } | 'asked';

async function main(environment: Environment): Promise<number> {
  const messages = terminalMessages(environment.language);
  const stopAsked = untilStopAsked(messages.stoppedTooLong);
  for (const name of environment.unknownNames) process.stderr.write(`${messages.unknownVariable({ name })}\n`);
  const installation = await openInstallation(environment, 'serve');
  const running = await startOrClose(environment, installation);
  announce(running, messages);

  const reason = await Promise.race([stopAsked, installation.lost.then((error) => ({ error }))]);
  limitStop(messages.stoppedTooLong);
  process.stderr.write(`${messages.stopping}\n`);
  await installation.announceStop();
  await running.stop();
  await installation.stop();
  if (reason === 'asked') return 0;
  throw reason.error instanceof StartError ? reason.error : new StartError({ reason: 'database-lost' }, { cause: reason.error });
}

/** The last two lines say where it is and what to do next. */
function announce({ url, setupCode }: RunningPortee, messages: TerminalMessages): void {
  const lines = url === null ? messages.readyWorker : messages.ready({ url });
  const code = setupCode === null ? [] : [messages.setupCode({ code: setupCode })];
  process.stdout.write(`${[...code, ...lines].join('\n')}\n`);
}

async function startOrClose(environment: Environment, installation: Installation): Promise<RunningPortee> {
  try {
    return await startPortee({ environment, ...installation });
  } catch (error) {
    await installation.stop();
    throw startErrorOf(error, environment);
  }
}

function startErrorOf(error: unknown, { host, port, redisUrl }: Environment): unknown {
  if (error instanceof QueueUnreachable) return new StartError({ reason: 'queue-unreachable', isRedis: redisUrl !== null }, { cause: error });
  if (hasCode(error, 'EADDRINUSE')) return new StartError({ reason: 'port-taken', port }, { cause: error });
  if (hasCode(error, 'EACCES')) return new StartError({ reason: 'port-forbidden', port }, { cause: error });
  const isNoAddress = hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN');
  return isNoAddress ? new StartError({ reason: 'address-unavailable', host }, { cause: error }) : error;
}

/** The terminal's signal and the launcher's forwarded one may both come: the first one counts. */
function untilStopAsked(tooLong: string): Promise<StopReason> {
  return new Promise((resolve) => {
    const stop = () => {
      limitStop(tooLong); // also while still starting
      resolve('asked');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    // The launcher keeps a channel open: its end, even by a hard kill, ends us in order.
    if (process.connected) process.once('disconnect', stop);
  });
}

let stopLimit: NodeJS.Timeout | null = null;

function limitStop(sentence: string): void {
  stopLimit ??= setTimeout(() => {
    process.stderr.write(`${sentence}\n`);
    process.exit(STOPPED_TOO_LONG);
  }, STOP_LIMIT_MS);
  stopLimit.unref();
}

function fail(error: unknown): number {
  const { text, exitCode } = explainFailure(error, currentLanguage());
  process.stderr.write(`${text}\n`);
  return exitCode;
}

process.exitCode = await Promise.resolve().then(() => main(currentEnvironment())).catch(fail);
process.exit();
