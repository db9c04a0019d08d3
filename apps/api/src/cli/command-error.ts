import type { CommandKey } from './messages/command-messages.js';

type Part<Key, Prefix extends string> = Key extends `${Prefix}.${infer Name}` ? Name : never;
export type RefusalReason = Part<CommandKey, 'refused'>;
export type ExpectedValue = Part<CommandKey, 'expected'>;

/** Why a command was not carried out, for reasons of the command line itself. */
export class CommandError extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly values: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'CommandError';
  }
}

/** A value that an option or an argument does not take. */
export class WrongValue extends Error {
  /** @param about  name of the option or argument, and what was given for it */
  constructor(
    readonly about: { name: string; value: string },
    readonly expected: ExpectedValue,
    readonly choices: readonly string[] = [],
  ) {
    super(`${about.name}: ${about.value}`);
    this.name = 'WrongValue';
  }
}
