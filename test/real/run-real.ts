// npm run test:real: what Portée is built on, against the networks' own servers. Today: Bluesky.
import { isDeepStrictEqual } from 'node:util';
import { startBlueskyStandIn } from '../networks/bluesky.stand-in.js';
import { inventCentre } from '../networks/invented-centre.js';
import { type AnsweringCentre, badCalls, goodCalls, makeCall } from './bluesky-calls.js';
import { type RealCentre, liveOnBluesky } from './bluesky-centre.js';
import { type Lexicons, openLexicons } from './bluesky-lexicons.js';
import { installBluesky, startBlueskyServers } from './bluesky-servers.js';
import { compareWithCollection } from './compare-collection.js';

let [passed, failed] = [0, 0];

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Counts one check. @param reproach  what is wrong; null: nothing */
function note(what: string, reproach: string | null): void {
  if (reproach === null) passed += 1;
  else failed += 1;
  say(reproach === null ? `✓ ${what}` : `✗ ${what}: ${reproach}`);
}

/** Every answer Portée may read, against Bluesky's lexicons. @param isShown  whether the first three answers, those that Portée reads, are printed */
async function validateAnswers(name: string, centre: AnsweringCentre, { lexicons, isShown }: { lexicons: Lexicons; isShown: boolean }): Promise<void> {
  for (const [index, call] of goodCalls(centre).entries()) {
    const { status, json } = await makeCall(centre, call);
    if (isShown && index < 3) say(`\n${call.method}\n${JSON.stringify(json, null, 1)}\n`);
    note(`${name} answers ${call.method} as the lexicon says`, status === 200 ? await lexicons.reproach(call.method, json) : `status ${status}`);
  }
}

/** The stand-in refuses what Bluesky refuses, in its words. */
async function compareRefusals(real: AnsweringCentre, standIn: AnsweringCentre): Promise<void> {
  for (const [index, call] of badCalls(real).entries()) {
    const [truth, play] = [await makeCall(real, call), await makeCall(standIn, badCalls(standIn)[index] ?? call)];
    const isSame = isDeepStrictEqual(truth, play);
    note(`both answer ${truth.status} to ${call.method}?${call.query.slice(0, 60)}`, isSame ? null : `${JSON.stringify(truth)} is played as ${JSON.stringify(play)}`);
  }
}

async function compare(centre: RealCentre): Promise<void> {
  const differences = await compareWithCollection(centre);
  note('Portée collects followers, posts, likes, comments, shares and saves as they were made, reads a post again that was liked since, and marks what was deleted', differences.length === 0 ? null : differences.join('; '));
}

async function runBluesky(servers: { databaseUrl: string; redisUrl: string }): Promise<void> {
  const folder = await installBluesky();
  const [network, lexicons] = [await startBlueskyServers(folder, servers), openLexicons(folder)];
  const now = new Date();
  const play = await startBlueskyStandIn({ now: () => now, accounts: [inventCentre()], pages: 'full' });
  try {
    const centre = await liveOnBluesky(network);
    note('the AppView counts followers, likes, reposts, replies, quotes and saves', null);
    const real = { url: network.appView, did: centre.did, handle: centre.handle, uri: centre.posts.liked.uri };
    play.pinPost('centre', 1);
    play.setCounts('centre', 1, { likes: 3, comments: 2, shares: 10 });
    const played = { url: play.url, did: play.didOf('centre'), handle: 'centre.example', uri: play.postUri('centre', 1) };
    await validateAnswers('the AppView', real, { lexicons, isShown: true });
    await validateAnswers('the stand-in', played, { lexicons, isShown: false });
    await compareRefusals(real, played);
    await compare(centre);
  } finally {
    lexicons.close();
    await play.close();
    await network.close();
  }
}

const [databaseUrl, redisUrl] = [process.env['PORTEE_TEST_DATABASE_URL'], process.env['PORTEE_TEST_REDIS_URL']];
if (databaseUrl === undefined || redisUrl === undefined) {
  say('Set PORTEE_TEST_DATABASE_URL and PORTEE_TEST_REDIS_URL: Bluesky’s servers need a PostgreSQL and a Redis.');
  process.exit(1);
}
const start = performance.now();
await runBluesky({ databaseUrl, redisUrl });
say(`\n${Math.round((performance.now() - start) / 1000)} s`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
