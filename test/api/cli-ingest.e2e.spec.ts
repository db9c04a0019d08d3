import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { playedClock } from '../support/collecting.js';
import { type EndedCommand, runCommand, type TypedCommand } from '../support/command.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

const clock = playedClock('2026-11-23T11:00:00Z');
const centre = inventCentre();
const CENTRE = ['--organisation', 'maison-des-arts'];
let database: TestDatabase;
let server: MastodonStandIn;

beforeAll(async () => {
  database = await createDatabase();
  server = await startMastodonStandIn({ kind: 'gotosocial', now: clock.now, accounts: [centre], isQuiet: true, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
  await portee(['organisation', 'create', 'Maison des arts']);
});
afterAll(async () => {
  await server?.close();
  await database?.drop();
});

function portee(words: readonly string[], typed: Partial<TypedCommand> = {}): Promise<EndedCommand> {
  return runCommand(database, words, { now: clock.at, environment: { PORTEE_ALLOW_PRIVATE_ADDRESSES: 'on' }, ...typed });
}

const collected = z.array(z.object({ channel: z.string(), state: z.string(), run: z.object({ postsRead: z.number(), postsNew: z.number(), state: z.string() }).nullable() }));
async function ingest(...words: string[]) {
  const { out, code } = await portee(['ingest', ...words, '--json']);
  return { code, told: collected.parse(JSON.parse(out)) };
}

describe('portee channel add', () => {
  it('connects a channel whose token comes by standard input, and never shows it', async () => {
    const token = server.issueToken('centre');
    const words = ['channel', 'add', ...CENTRE, '--network', 'mastodon', '--name', 'Notre compte', '--external-id', server.accountId('centre'), '--address', server.url, '--token-stdin'];
    const { code, out, err } = await portee(words, { secret: token });
    expect({ code, told: err }).toEqual({ code: 0, told: expect.stringContaining('est relié') });
    expect(out + err).not.toContain(token);
  });
});

describe('portee ingest', () => {
  it('collects what is due, waits, and tells', async () => {
    expect(await ingest()).toEqual({ code: 0, told: [{ channel: 'Notre compte', state: 'done', run: { postsRead: centre.posts.length, postsNew: centre.posts.length, state: 'done' } }] });
    expect(await portee(['ingest'])).toMatchObject({ code: 0, err: expect.stringContaining('Aucun canal n’est à interroger') });
  });

  it('acts as if it were another instant', async () => {
    const later = new Date(clock.at.getTime() + 12 * 3_600_000);
    expect((await ingest('--as-of', later.toISOString())).told).toMatchObject([{ state: 'done', run: { postsNew: 0 } }]);
  });

  it('collects a channel that is named although it is not due', async () => {
    expect((await ingest('--channel', 'notre compte')).told).toMatchObject([{ state: 'done' }]);
    expect(await portee(['ingest', '--channel', 'nobody'])).toMatchObject({ code: 3 });
  });

  it('leaves a paused channel alone, and takes it up again', async () => {
    expect(await portee(['channel', 'pause', ...CENTRE, 'Notre compte'])).toMatchObject({ code: 0, err: expect.stringContaining('en pause') });
    expect((await ingest('--channel', 'Notre compte')).told).toMatchObject([{ state: 'nothing' }]);
    expect(await portee(['channel', 'resume', ...CENTRE, 'Notre compte'])).toMatchObject({ code: 0 });
    expect((await ingest()).told).toMatchObject([{ state: 'done' }]);
  });

  it('tells what went wrong, with a code of its own', async () => {
    server.revokeToken('centre');
    expect(await ingest('--channel', 'Notre compte')).toMatchObject({ code: 4, told: [{ state: 'failed' }] });
  });
});

describe('portee keys rotate', () => {
  it('encrypts every access anew, and says how many', async () => {
    expect(await portee(['keys', 'rotate', '--json'])).toMatchObject({ code: 0, out: expect.stringContaining('"secrets": 1') });
  });

  it('takes the former secret by standard input, and refuses a wrong one without harm', async () => {
    const changed = { environment: { PORTEE_SECRET_KEY: 'another-secret-key-of-32-signs-00', PORTEE_ALLOW_PRIVATE_ADDRESSES: 'on' } };
    expect((await portee(['keys', 'rotate', '--previous-secret-stdin'], { ...changed, secret: 'not-the-former-one-not-the-former' })).code).not.toBe(0);
    expect((await portee(['keys', 'rotate', '--previous-secret-stdin'], { ...changed, secret: 'only-for-tests-only-for-tests-32' })).code).toBe(0);
  });
});
