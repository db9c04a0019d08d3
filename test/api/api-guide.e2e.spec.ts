import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { apiCalls, type ApiCall, type ImportView, type NewApiToken, type OrganisationView, type PostPage } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newWebhookSecret, signMessage } from '../../apps/api/src/webhooks/sign-message.js';
import { centreFile } from '../support/centre-file.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const run = promisify(execFile);
/** More than a page of the list. */
const POSTS = 70;
const SPAN = { from: '2026-01-01', to: '2026-10-31' };

let portee: TestPortee;
let us: Member;
let folder: string;
let key: string;

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => new Date('2026-11-30T09:00:00Z') });
  us = await firstMember(portee.url);
  await importFile(us, { name: 'centre.csv', bytes: centreFile({ posts: POSTS, days: 300 }) });
  key = (await us.json<NewApiToken>('POST', at('tokens'), { name: 'la page', scopes: ['read', 'enter'] })).token;
  folder = await mkdtemp(join(tmpdir(), 'portee-guide-'));
});
afterAll(async () => {
  await portee?.stop();
  await rm(folder, { recursive: true, force: true });
});

const at = (path: string) => `/api/v1/organisations/${us.slug}/${path}`;
const call = (name: ApiCall) => apiCalls({ url: portee.url, slug: us.slug, ...SPAN })[name];

/** What a program prints that is run as the page shows it, with the key where the page says it stands. */
async function runs(program: 'sh' | 'python3', text: string): Promise<string> {
  const { stdout } = await run(program, ['-c', text], { cwd: folder, env: { PATH: process.env['PATH'] ?? '', PORTEE_KEY: key, LANG: 'C.UTF-8' } });
  return stdout;
}

function hasNo(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
}

describe.skipIf(hasNo('curl'))('the page on the API, with curl', () => {
  it('asks for the organisation', async () => {
    const told: OrganisationView = JSON.parse(await runs('sh', call('first')));
    expect(told).toMatchObject({ slug: us.slug, role: 'contributor' });
  });

  it('asks for reach per month', async () => {
    const [channel]: { months: { month: string }[] }[] = JSON.parse(await runs('sh', call('reach')));
    expect(channel?.months.map(({ month }) => month)).toEqual(expect.arrayContaining(['2026-03', '2026-10']));
  });

  it('keeps the posts as a table', async () => {
    await runs('sh', call('csv'));
    const lines = (await readFile(join(folder, 'posts.csv'), 'utf8')).trim().split('\n');
    expect(lines[0]).toMatch(/^\uFEFF?channel,network,post_id/);
    expect(lines).toHaveLength(1 + (await us.json<PostPage>('GET', at(`posts?from=${SPAN.from}&to=${SPAN.to}`))).total);
  });

  it('hands in a file', async () => {
    await writeFile(join(folder, 'octobre.csv'), centreFile({ posts: 4, prefix: 'o' }));
    const told: ImportView = JSON.parse(await runs('sh', call('file')));
    expect(told).toMatchObject({ fileName: 'octobre.csv' });
  });

  it('fails, and shows why, with a key that opens nothing', async () => {
    const kept = key;
    key = `portee_${'a'.repeat(43)}`;
    await expect(runs('sh', call('first'))).rejects.toMatchObject({ stdout: expect.stringContaining('not-signed-in') });
    key = kept;
  });
});

describe.skipIf(hasNo('python3'))('the page on the API, with Python', () => {
  it('reads every page of the posts, each post once', async () => {
    const lines = (await runs('python3', call('posts'))).trim().split('\n');
    expect(lines).toHaveLength((await us.json<PostPage>('GET', at(`posts?from=${SPAN.from}&to=${SPAN.to}`))).total);
    expect(lines.length).toBeGreaterThan(50);
    expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\d\t\w+\t(\d+|unknown)$/);
  });
});

describe.skipIf(hasNo('python3'))('the page on the API, on signals', () => {
  it('knows a message of Portée from one that was changed, is old, or is signed with another secret', async () => {
    const secret = newWebhookSecret();
    const judge = async (sentAt: Date, { body = '{"type":"test"}', by = secret } = {}) => {
      const headers = signMessage({ id: 'm', sentAt, body: '{"type":"test"}' }, [newWebhookSecret(), by]);
      return (await run('python3', ['-c', `${call('signature')}\nprint(is_from_portee(${JSON.stringify(headers)}, ${JSON.stringify(body)}.encode()))`], { env: { PATH: process.env['PATH'] ?? '', PORTEE_SECRET: secret } })).stdout.trim();
    };
    const now = new Date();
    expect(await judge(now)).toBe('True');
    expect(await judge(now, { body: '{"type":"autre"}' })).toBe('False');
    expect(await judge(new Date(now.getTime() - 3_600_000))).toBe('False');
    expect(await judge(now, { by: newWebhookSecret() })).toBe('False');
  });
});

describe('the page on the API, in a spreadsheet', () => {
  it('asks at an address, with a header, that answer a table of the columns it reads', async () => {
    const text = call('spreadsheet');
    const [, address = '', header = ''] = /Web\.Contents\("([^"]+)", \[Headers = \[Authorization = "([^"]+)"\]\]\)/.exec(text) ?? [];
    const answer = await fetch(address, { headers: { authorization: header.replace('portee_…', key) } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/csv; ?charset=utf-8/i)]);
    expect((await answer.text()).split('\n')[0]).toContain(',');
  });
});
