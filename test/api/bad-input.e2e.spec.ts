import { request } from 'node:http';
import { connect } from 'node:net';
import type { ImportView } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askDatabase } from '../support/database-client.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const HEADER = 'channel,network,post_id,published_at,reach,format\n';
const LIMIT_MEGABYTES = 5;

let portee: TestPortee;
let visitor: Member;

beforeAll(async () => {
  portee = await startTestPortee({ maxUploadBytes: LIMIT_MEGABYTES * 1024 * 1024 });
  visitor = await firstMember(portee.url);
});
afterAll(() => portee?.stop());

const own = (path: string) => `/api/v1/organisations/${visitor.slug}${path}`;
const cookieOf = (person: Visitor) => person.cookies().map(({ name, value }) => `${name}=${value}`).join('; ');
const listed = () => visitor.json<ImportView[]>('GET', own('/imports'));

describe('an upload', () => {
  it('that says itself too large is refused before its bytes are read, and leaves nothing', async () => {
    const before = (await listed()).length;
    const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const headers = { origin: portee.url, cookie: cookieOf(visitor), 'content-type': 'multipart/form-data; boundary=B', 'content-length': 1_000_000_000 };
      const sent = request(new URL(own('/imports'), portee.url), { method: 'POST', headers }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => { text += part.toString(); });
        response.on('end', () => {
          resolve({ status: response.statusCode, text });
          sent.destroy();
        });
      });
      sent.on('error', reject);
      sent.write('--B\r\n'); // and not a byte more: only the announced length can be judged
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ reason: 'file-too-large', detail: expect.stringContaining(`${LIMIT_MEGABYTES} Mo`) });
    expect(await listed()).toHaveLength(before);
  });

  it.each([
    { what: 'that is put together wrongly', type: 'multipart/form-data; boundary=abc', body: 'xx', reason: 'upload-cut' },
    { what: 'without a boundary', type: 'multipart/form-data', body: 'xx', reason: 'upload-cut' },
    { what: 'cut before its end', type: 'multipart/form-data; boundary=B', body: '--B\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nchannel,net', reason: 'upload-cut' },
    { what: 'that is no form', type: 'application/json', body: '{}', reason: 'file-missing' },
  ])('$what is told so, and leaves nothing', async ({ type, body, reason }) => {
    const before = (await listed()).length;
    expect((await visitor.ask('POST', own('/imports'), { body, headers: { 'content-type': type } })).body).toMatchObject({ reason });
    expect(await listed()).toHaveLength(before);
  });

  it('cut off with its connection leaves nothing', async () => {
    const before = (await listed()).length;
    const { hostname, port } = new URL(portee.url);
    const socket = connect(Number(port), hostname);
    socket.write(`POST ${own('/imports')} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${portee.url}\r\nCookie: ${cookieOf(visitor)}\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 4000000\r\n\r\n--B\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`);
    await new Promise<void>((resolve) => socket.write('x'.repeat(3_000_000), () => resolve()));
    socket.destroy();
    await vi.waitFor(async () => expect(await askDatabase(portee.database.ownerUrl, 'SELECT FROM import_chunk')).toEqual([]));
    expect(await listed()).toHaveLength(before);
  });

  it.each([
    { timeZone: 'Mars/Phobos' }, { timeZone: '+01:00' }, { mapping: '{' },
    { mapping: JSON.stringify({ columns: { published_at: 'Date' }, timeZone: 'Europe/Brussels', dateOrder: 'day-first', newChannel: { network: 'constructor', name: 'x' } }) },
  ])('with a wish that cannot be met is refused at the door: %o', async (fields) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob(['Date;Vus\n13/01/2026 10:00;1\n']), 'm.csv');
    expect((await visitor.ask('POST', own('/imports'), { body: form })).status).toBe(422);
  });
});

describe('a file', () => {
  it('whose words are names that every object has is judged like any other', async () => {
    const view = await importFile(visitor, { name: 'a.csv', bytes: `${HEADER}constructor,facebook,__proto__,2026-01-10T10:00:00Z,5,constructor\n` });
    expect(view).toMatchObject({ state: 'needs-decision', problems: [{ line: 2, column: 'format', reason: 'unknown-format' }] });
  });
});

describe('a text that PostgreSQL cannot keep', () => {
  it.each([
    ['POST', '/channels', { network: 'facebook', name: 'a\u0000b' }],
    ['PATCH', '', { name: '\u0000' }],
    ['GET', '/posts?q=a%00b', undefined],
  ])('%s %s is refused with its cure', async (method, path, body) => {
    const answer = await visitor.ask(method, own(path), { body });
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 422, body: { reason: 'text-unreadable', detail: expect.stringContaining('signe invisible') } });
  });
});

describe('a day or a month out of our time', () => {
  it.each(['/posts?from=0000-01-01', '/insights/reach?from=0001-01-01&to=9999-12-31', '/insights/sharing?from=1999-12-31', '/reports/0001-01', '/reports/9999-12.pdf', '/posts.csv?to=2101-01-01'])('%s is refused', async (path) => {
    expect((await visitor.get(own(path))).status).toBe(422);
  });

  it('is no reason to think long: a century of months is answered at once', async () => {
    const { id } = await visitor.json<{ id: string }>('POST', own('/channels'), { network: 'facebook', name: 'Cent ans' });
    expect(await visitor.json('GET', own(`/insights/reach?channelId=${id}&from=2000-01-01&to=2100-12-31`))).toMatchObject([{ months: expect.toSatisfy((months: unknown[]) => months.length === 1_212) }]);
  });
});
