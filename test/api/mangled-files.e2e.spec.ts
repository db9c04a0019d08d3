import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplyImport } from '../../apps/api/src/imports/apply-import.js';
import { ReceiveImport } from '../../apps/api/src/imports/receive-import.js';
import { bigPorteeCsv } from '../bench/big-files.js';
import { fixture, isLongTier } from '../support/exports.js';
import { addOrganisation, type EntityManager, openLedger, type TestLedger } from '../support/ledger.js';
import { mangledFile } from '../support/mangle.js';

const RUNS = isLongTier ? 1_000 : 200;
const TABLES = ['channel', 'channel_snapshot', 'post', 'post_snapshot', 'post_stat', 'channel_month'];
const FINAL = ['applied', 'refused', 'needs-mapping', 'needs-decision'];

let ledger: TestLedger;
let organisation: { id: string; timeZone: string };
const tenant = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => ledger.transaction.run(organisation.id, work);

beforeAll(async () => {
  ledger = await openLedger();
  organisation = await addOrganisation(ledger.transaction, 'centre');
});
afterAll(() => ledger.close());

/** Everything the organisation has in figures, as one text. */
async function everything(): Promise<string> {
  return tenant(async (manager) => {
    const rows: unknown[] = [];
    for (const table of TABLES) rows.push(await manager.query(`SELECT * FROM ${table} ORDER BY ${table}`));
    return JSON.stringify(rows);
  });
}

async function handIn(bytes: Buffer): Promise<{ state: string; rows_read: number; rows_accepted: number; rows_rejected: number; outcome: { snapshotsNew: number; unchanged: number } | null }> {
  async function* parts() {
    yield bytes;
  }
  const wishes = { channelId: null, mapping: null, timeZone: null, observedAt: new Date('2026-11-01T00:00:00Z'), skipRejected: false };
  const sender = { organisationId: organisation.id, role: 'owner', at: new Date('2026-11-23T12:00:00Z'), limit: 50_000_000 };
  const key = await new ReceiveImport(ledger.transaction).run(sender, { name: 'x', bytes: parts(), wishes: () => Promise.resolve(wishes) });
  await new ApplyImport(ledger.transaction).run(key);
  const [row] = await tenant((manager) => manager.query('SELECT * FROM import WHERE id = $1', [key.id]));
  return row;
}

describe('a mangled file', () => {
  it('is applied whole or changes nothing, and always ends in words', async () => {
    const originals = [...['facebook-posts.en.csv', 'instagram-posts.fr.csv'].map(fixture), Buffer.from([...bigPorteeCsv(20)].join(''))];
    let before = await everything();
    await fc.assert(
      fc.asyncProperty(mangledFile(originals), async (bytes) => {
        const done = await handIn(bytes);
        const after = await everything();
        expect(FINAL).toContain(done.state);
        if (done.state === 'applied') {
          expect(done.rows_rejected).toBe(0);
          expect(done.rows_accepted).toBe(done.rows_read);
        } else expect(after).toBe(before);
        before = after;
      }),
      { numRuns: RUNS },
    );
  });
});
