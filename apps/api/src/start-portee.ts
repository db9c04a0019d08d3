import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { accountSettings } from './accounts/account-settings.js';
import { FirstAccountService } from './accounts/first-account.service.js';
import { AppModule, type AppSettings } from './app.module.js';
import { vaultKeyFrom } from './channels/credential-vault.js';
import type { Environment } from './config/env.js';
import type { Clock } from './operations/clock.js';
import { furnishServer, httpAdapter } from './operations/http-server.js';
import type { LogLevel } from './operations/log-settings.js';
import { serveOpenApi } from './operations/openapi.js';
import { localAddress } from './operations/own-address.js';
import { checkQueue, queueConnection, queuePrefix } from './operations/queue-connection.js';
import { Readiness } from './operations/readiness.js';
import { serveWorkerHealth } from './operations/worker-health.js';

/** An answer under way may leave; a slow upload is cut, and keeps nothing: stopping may not wait for it. */
const CUT_REQUESTS_MS = 3_000;

const BUILT_WEB = fileURLToPath(new URL('../../web/dist', import.meta.url));

export interface StartSettings {
  environment: Environment;
  /** Addresses of the migrated database, for the role of the application and for that of the queue. */
  applicationUrl: string;
  queueUrl: string;
  /** The installation's secret key. */
  secretKey: string;
  /** Absent: the time of this machine. */
  now?: Clock;
  /** Absent: warnings and errors. */
  logLevel?: LogLevel;
  /** Where its log goes; absent: standard error. */
  logDestination?: DestinationStream;
  /** Folder of the built web application; absent: where the build puts it. */
  webFolder?: string;
}

export interface RunningPortee {
  /** Where people find it; null: a worker, which nobody visits. */
  url: string | null;
  /** Port that it listens on, for a worker that of its health. */
  port: number;
  /** Code that the first-run page asks for; null: it asks none, or is closed. */
  setupCode: string | null;
  app: INestApplicationContext;
  /** Finishes what is under way, then closes everything it opened. */
  stop(): Promise<void>;
}

/**
 * Starts the program in its role over a migrated database.
 * @throws QueueUnreachable, or the system's error where the address cannot be listened on
 */
export async function startPortee(settings: StartSettings): Promise<RunningPortee> {
  const { environment, queueUrl } = settings;
  const connection = queueConnection(environment.redisUrl === null ? { queueUrl } : { redisUrl: environment.redisUrl });
  await checkQueue(connection);
  const appSettings = {
    environment,
    queue: { connection, prefix: queuePrefix(settings.secretKey, settings.applicationUrl) },
    applicationUrl: settings.applicationUrl,
    accounts: accountSettings(environment, settings.applicationUrl, settings.secretKey),
    vaultKey: vaultKeyFrom(settings.secretKey),
    clock: settings.now ?? (() => new Date()),
    logLevel: settings.logLevel ?? 'warn',
    logDestination: settings.logDestination ?? process.stderr,
  };
  return environment.role === 'worker' ? startWorker(appSettings) : startServer(appSettings, settings.webFolder ?? BUILT_WEB);
}

async function startServer(settings: AppSettings, webFolder: string): Promise<RunningPortee> {
  const { environment, accounts } = settings;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(settings), httpAdapter(environment), { logger: false, abortOnError: false });
  app.useLogger(app.get(Logger));
  try {
    await furnishServer(app, environment, webFolder);
    serveOpenApi(app);
    await app.listen(environment.port, environment.host);
    const isOpen = await app.get(FirstAccountService).isNeeded();
    const port = portOf(app.getHttpServer().address());
    return { url: environment.publicUrl ?? localAddress(environment.host, port), port, setupCode: isOpen ? accounts.setupCode : null, app, stop: () => closeServer(app) };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function closeServer(app: NestFastifyApplication): Promise<void> {
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), CUT_REQUESTS_MS);
  await app.close();
  clearTimeout(cut);
}

async function startWorker(settings: AppSettings): Promise<RunningPortee> {
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(settings), { logger: false, abortOnError: false });
  app.useLogger(app.get(Logger));
  try {
    const health = await serveWorkerHealth(app.get(Readiness), settings.environment);
    return { url: null, port: portOf(health.address()), setupCode: null, app, stop: () => health.close().then(() => app.close()) };
  } catch (error) {
    await app.close();
    throw error;
  }
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}
