// Bluesky's own servers (a PDS, an AppView and what stands between them), until told to stop.
// Run from test/real/bluesky-servers.ts: node bluesky-network.mjs FOLDER, with DB_POSTGRES_URL, DB_POSTGRES_SCHEMA and REDIS_HOST set.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder] = process.argv.slice(2);
const { resolve } = createRequire(join(folder, 'package.json'));
const { TestNetwork } = await import(pathToFileURL(resolve('@atproto/dev-env')).href);
const network = await TestNetwork.create();
process.send({ pds: network.pds.url, appView: network.bsky.url });
process.on('message', () => {
  void network.close().catch((error) => process.stderr.write(`${error}\n`)).finally(() => process.exit(0));
});
process.on('disconnect', () => process.exit(0));
