import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openArchive } from '../../apps/api/src/archives/open-archive.js';
import { askDatabase } from '../support/database-client.js';
import { memberOfRole } from '../support/member-of-role.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { readArchiveFiles } from '../support/rewrite-archive.js';
import { firstMember, type Member } from '../support/visitor.js';

let portee: TestPortee;
let owner: Member;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portee-door-'));
  portee = await startTestPortee({ role: 'api' });
  owner = await firstMember(portee.url);
  await owner.json('POST', '/api/v1/demonstration');
});
afterAll(async () => {
  await portee.stop();
  await rm(folder, { recursive: true, force: true });
});

const door = (slug: string) => `/api/v1/organisations/${slug}/export`;
const demonstration = async () => (await owner.json<{ organisations: { slug: string; isDemonstration: boolean }[] }>('GET', '/api/v1/session')).organisations.find(({ isDemonstration }) => isDemonstration)?.slug ?? '';
const exportsUnderWay = () => askDatabase(portee.database.ownerUrl, `SELECT pid FROM pg_stat_activity WHERE application_name = 'portee archive' AND datname = current_database()`);

describe('the door by which everything leaves', () => {
  it('gives the owner the whole archive, and writes it down', async () => {
    const answer = await owner.send('GET', door(owner.slug));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/zip', `attachment; filename="${owner.slug}-portee.zip"`]);
    const file = join(folder, 'export.zip');
    await writeFile(file, Buffer.from(await answer.arrayBuffer()));
    const archive = await openArchive(file);
    await archive.check();
    archive.close();
    expect((await readArchiveFiles(file)).get('data/member.csv')).toContain('coordination@cerisier.example');
    const journal = await owner.json<{ items: { act: string }[] }>('GET', `/api/v1/organisations/${owner.slug}/audit`);
    expect(journal.items.map(({ act }) => act)).toContain('everything-exported');
  });

  it('is shut to everybody else', async () => {
    for (const role of ['coordinator', 'contributor', 'reader'] as const) {
      const member = await memberOfRole(role, { portee, slug: owner.slug });
      expect((await member.get(door(owner.slug))).status, role).toBe(403);
    }
  });

  it('holds nothing for whoever goes away in the middle, and lets the next in', async () => {
    const slug = await demonstration();
    const cookie = owner.cookies().map(({ name, value }) => `${name}=${value}`).join('; ');
    for (let time = 0; time < 3; time += 1) {
      await new Promise<void>((resolve, reject) => {
        const request = get(new URL(door(slug), portee.url), { headers: { cookie } }, (answer) => {
          answer.once('data', () => {
            request.destroy();
            resolve();
          });
        });
        request.once('error', reject);
      });
      await vi.waitFor(async () => expect(await exportsUnderWay()).toEqual([]), { timeout: 20_000, interval: 50 });
    }
    const whole = await owner.send('GET', door(slug));
    expect([whole.status, (await whole.arrayBuffer()).byteLength > 100_000]).toEqual([200, true]);
  });
});
