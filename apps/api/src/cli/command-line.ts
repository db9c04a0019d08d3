import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Locale } from '@portee/shared';
import type { Command } from 'commander';
import { accountSettings } from '../accounts/account-settings.js';
import { vaultKeyFrom } from '../channels/credential-vault.js';
import type { Environment } from '../config/env.js';
import { type Installation, openInstallation } from '../database/open-installation.js';
import type { Clock } from '../operations/clock.js';
import { CommandModule } from './command.module.js';
import { exitCodes } from './exit-codes.js';
import { type CommandKey, commandTranslator } from './messages/command-messages.js';

/** Where a command reads and writes. */
export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Messages. */
  err(text: string): void;
  /** What is typed or piped in, without showing it. @param question shown only to somebody who types */
  readSecret(question: string): Promise<string>;
  /** What is typed or piped in, seen while it is typed. */
  readLine(question: string): Promise<string>;
  /** All that is piped in. */
  readAll(): Promise<string>;
}

export interface CommandLineSettings {
  /** @throws StartError when the settings cannot be used */
  environment(): Environment;
  language: Locale;
  terminal: Terminal;
  now: Clock;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, line: CommandLine) => void;

/** What every command is given: its words, its result, and the services over the opened database. */
export class CommandLine {
  exitCode: number = exitCodes.done;
  /** One JSON value on standard output, instead of lines. */
  isJson = false;
  private installation: Installation | null = null;

  constructor(private readonly settings: CommandLineSettings) {}

  get language(): Locale {
    return this.settings.language;
  }

  get terminal(): Terminal {
    return this.settings.terminal;
  }

  get now(): Clock {
    return this.settings.now;
  }

  readonly environment = (): Environment => this.settings.environment();

  /** A sentence of the catalogue. */
  words(key: CommandKey, values: Record<string, string | number> = {}): string {
    return commandTranslator(this.language)(key, values);
  }

  /** Tells the person something, on standard error. */
  tell(key: CommandKey, values: Record<string, string | number> = {}): void {
    this.terminal.err(`${this.words(key, values)}\n`);
  }

  /** The result: one JSON value, or lines for a person, which may be none. */
  answer(value: unknown, lines: () => readonly string[]): void {
    const text = this.isJson ? [JSON.stringify(value, null, 2)] : lines();
    if (text.length > 0) this.terminal.out(`${text.join('\n')}\n`);
  }

  /** Opens the database as it is found, running or not, works, and closes what was opened. @param clock  another time than this machine's */
  async withServices<T>(work: (services: INestApplicationContext, environment: Environment) => Promise<T>, clock: Clock = this.now): Promise<T> {
    return this.withInstallation(async ({ applicationUrl, secretKey }, environment) => {
      const accounts = accountSettings(environment, applicationUrl, secretKey);
      const settings = { environment, applicationUrl, accounts, vaultKey: vaultKeyFrom(secretKey), clock };
      const services = await NestFactory.createApplicationContext(CommandModule.forRoot(settings), { logger: false, abortOnError: false });
      try {
        return await work(services, environment);
      } finally {
        await services.close();
      }
    });
  }

  /** The same with the rights of the database's owner and no service: for what moves whole installations. */
  async withInstallation<T>(work: (installation: Installation, environment: Environment) => Promise<T>): Promise<T> {
    const environment = this.environment();
    const installation = await openInstallation(environment, 'command');
    this.installation = installation;
    try {
      return await work(installation, environment);
    } finally {
      await this.close();
    }
  }

  /** Closes the database, if it is open; what was not finished is as if it had not been begun. */
  async close(): Promise<void> {
    const { installation } = this;
    this.installation = null;
    await installation?.stop();
  }
}
