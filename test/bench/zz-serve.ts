import { openBenchDatabase } from './bench-database.js';
import { withProgram } from './http-against-sql.js';
import { writeFileSync } from 'node:fs';
const db = await openBenchDatabase('embedded');
await withProgram(db, async ({ url, cookie }) => {
  const a = await fetch(url + '/api/v1/demonstration', { method: 'POST', headers: { cookie, origin: url } });
  if (!a.ok) throw new Error(await a.text());
  writeFileSync('/tmp/lh/where.json', JSON.stringify({ url, cookie }));
  await new Promise((r) => process.on('SIGTERM', r));
});
await db.drop(); process.exit(0);
