// Says of each message { id, method, body } whether Bluesky's own lexicons accept the body as an answer of that method.
// Run from test/real/bluesky-lexicons.ts: node bluesky-lexicons.mjs FOLDER
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder] = process.argv.slice(2);
const { resolve } = createRequire(join(folder, 'package.json'));
const { jsonToLex, lexicons } = await import(pathToFileURL(resolve('@atproto/api')).href);

function reproach(method, body) {
  try {
    lexicons.assertValidXrpcOutput(method, jsonToLex(body));
    return null;
  } catch (error) {
    return String(error);
  }
}

process.on('message', ({ id, method, body }) => process.send({ id, reproach: reproach(method, body) }));
