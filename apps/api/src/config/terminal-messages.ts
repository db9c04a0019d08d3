import type { Locale } from '@portee/shared';
import { startExitCodes } from './exit-codes.js';
import { StartError, type StartProblem, type StartReason } from './start-error.js';
import { englishTerminal } from './terminal-messages.en.js';
import { frenchTerminal } from './terminal-messages.fr.js';
import { dutchTerminal } from './terminal-messages.nl.js';

/** Every sentence of the program at the terminal; the same keys in each language. */
export interface TerminalMessages {
  /** Where it is, and what to do next. */
  ready: (values: { url: string }) => [string, string];
  readyWorker: [string, string];
  setupCode: (values: { code: string }) => string;
  stopping: string;
  stoppedTooLong: string;
  preparingDatabase: string;
  recoveringDatabase: string;
  databaseRestarted: string;
  unknownVariable: (values: { name: string }) => string;
  unforeseen: string;
  problems: { [R in StartReason]: (problem: Extract<StartProblem, { reason: R }>) => string };
}

const catalogues: Record<Locale, TerminalMessages> = { fr: frenchTerminal, en: englishTerminal, nl: dutchTerminal };

/** The sentences of one language. */
export function terminalMessages(language: Locale): TerminalMessages {
  return catalogues[language];
}

/** What to print on standard error, and the exit code, for whatever stopped the program. */
export function explainFailure(error: unknown, language: Locale): { text: string; exitCode: number } {
  if (error instanceof StartError) return { text: sentenceFor(error.problem, language), exitCode: startExitCodes[error.problem.reason] };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `${terminalMessages(language).unforeseen}\n${details}`, exitCode: 1 };
}

/** The sentence of a problem: what is wrong, and the cure. */
export function sentenceFor<R extends StartReason>(problem: Extract<StartProblem, { reason: R }>, language: Locale): string {
  const reason: R = problem.reason;
  return terminalMessages(language).problems[reason](problem);
}
