// npm run demo:live: Portée with invented networks on this machine, so that a person sees the worker at work. Nothing of it stays.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Channel } from '../../apps/api/src/channels/channel.entity.js';
import { type Environment, readEnvironment } from '../../apps/api/src/config/env.js';
import { openInstallation } from '../../apps/api/src/database/open-installation.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { IngestScheduler } from '../../apps/api/src/ingest/ingest.scheduler.js';
import { startPortee } from '../../apps/api/src/start-portee.js';
import { startEveryNetwork } from '../networks/every-network.js';
import { inventPosts } from '../networks/invented-posts.js';
import { freePort } from '../support/portee-process.js';
import { type Happening, happeningsOn } from './happenings.js';
import { type LiveCentre, openLiveCentre } from './live-centre.js';

const DAY_MS = 86_400_000;
/** So that the first collection can be watched. */
const LATENCY_MS = 600;
const EVERY_MS = 25_000;
const ACCOUNT = 'centre-fictif';

const now = () => new Date();
const since = new Date(Date.now() - 200 * DAY_MS);
const posts = inventPosts({ seed: 7, from: since, to: now(), postsPerWeek: 5, followers: 1200 });

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** A folder and a port of its own; the embedded database, whatever this machine's variables say. */
async function environmentIn(folder: string, networkUrls: Record<string, string>): Promise<Environment> {
  const { LC_ALL, LC_MESSAGES, LANG, PORTEE_PORT } = process.env;
  const environment = readEnvironment({ LC_ALL, LC_MESSAGES, LANG, PORTEE_DATA: folder, PORTEE_PORT: PORTEE_PORT ?? String(await freePort()), PORTEE_ALLOW_PRIVATE_ADDRESSES: 'on' });
  return { ...environment, networkUrls };
}

function announce(url: string, { slug, email, password }: LiveCentre, language: Environment['language']): void {
  const lines = {
    fr: ['', 'Tout est fictif : un centre inventé, sur des réseaux inventés qui tournent sur cette machine.', `Page : ${url}/o/${slug}/donnees`, `Adresse : ${email}`, `Mot de passe : ${password}`, 'Ctrl-C arrête tout et efface tout.', ''],
    en: ['', 'Everything is fictitious: an invented centre, on invented networks that run on this machine.', `Page: ${url}/o/${slug}/donnees`, `Address: ${email}`, `Password: ${password}`, 'Ctrl-C ends everything and deletes everything.', ''],
    nl: ['', 'Alles is fictief: een verzonnen centrum, op verzonnen netwerken die op deze machine draaien.', `Pagina: ${url}/o/${slug}/donnees`, `Adres: ${email}`, `Wachtwoord: ${password}`, 'Ctrl-C stopt alles en wist alles.', ''],
  };
  say(lines[language].join('\n'));
}

/** The channel comes due, and is not waited for until the next sweep. */
async function collectSoon(app: INestApplicationContext, centre: LiveCentre, network: string): Promise<void> {
  const key = centre.channels.get(network);
  if (!key) return;
  const { organisationId, channelId: id } = key;
  await app.get(TenantTransaction, { strict: false }).run(organisationId, (manager) => manager.update(Channel, { organisationId, id, state: 'connected' }, { nextDueAt: now() }));
  await app.get(IngestScheduler, { strict: false }).sweep();
}

function playOn(happenings: readonly Happening[], follow: (happening: Happening) => Promise<void>): () => void {
  let count = 0;
  const timer = setInterval(() => {
    const happening = happenings[count % happenings.length];
    count += 1;
    if (happening) follow(happening).catch((error: unknown) => say(String(error)));
  }, EVERY_MS);
  return () => { clearInterval(timer); };
}

function untilStopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { resolve(); });
    if (process.connected) process.once('disconnect', () => { resolve(); });
  });
}

async function show(folder: string, stopAsked: Promise<void>): Promise<void> {
  const every = await startEveryNetwork({ now, latencyMs: LATENCY_MS, accounts: [{ name: ACCOUNT, title: 'Centre culturel fictif', followers: 1200, since, followersPerDay: 1.5, posts }] });
  const environment = await environmentIn(folder, every.urls);
  const installation = await openInstallation(environment, 'serve');
  const running = await startPortee({ environment, ...installation });
  const { app } = running;
  const centre = await openLiveCentre(app, every, now());
  announce(running.url ?? '', centre, environment.language);
  await app.get(IngestScheduler, { strict: false }).sweep();
  const stopPlaying = playOn(happeningsOn(every, { account: ACCOUNT, now }), async (happening) => {
    say(`${now().toLocaleTimeString()}  ${happening.told[environment.language]}`);
    happening.happen();
    await collectSoon(app, centre, happening.network);
  });
  await stopAsked;
  stopPlaying();
  // Before the program, which would wait for the answers of the page in hand.
  await every.close();
  await running.stop();
  await installation.stop();
}

const stopAsked = untilStopAsked();
const folder = await mkdtemp(join(tmpdir(), 'portee-live-'));
try {
  await show(folder, stopAsked);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
