import { describe, expect, it } from 'vitest';
import { DOWNLOADED_AT, fixture, hasRealFiles, openFile, postsOf, readRows, realFile, reasonsOf } from '../../../../test/support/exports.js';
import { FileRefused } from './file-refusal.js';
import { openExport } from './open-export.js';

const HEADER = 'channel,network,post_id,published_at,reach,text';
const row = (id: string, text = 'é') => `Page,facebook,${id},2026-01-15T18:30:00+01:00,66,"${text}"`;
const file = [HEADER, row('a', 'été\nà la ligne'), row('b', '“fête”'), ''].join('\n');
const texts = async (contents: Buffer | string, partBytes?: number) => postsOf(await readRows(contents, partBytes === undefined ? {} : { partBytes })).map(({ reading, line }) => [line, reading.text]);

describe('openExport', () => {
  it.each([
    { encoding: 'UTF-8', bytes: Buffer.from(file) },
    { encoding: 'UTF-8 with mark', bytes: Buffer.from(`\uFEFF${file}`) },
    { encoding: 'UTF-16 LE', bytes: Buffer.from(`\uFEFF${file}`, 'utf16le') },
    { encoding: 'UTF-16 BE', bytes: Buffer.from(`\uFEFF${file}`, 'utf16le').swap16() },
    { encoding: 'UTF-16 LE without mark', bytes: Buffer.from(file, 'utf16le') },
    { encoding: 'CR LF', bytes: Buffer.from(file.replaceAll('\n', '\r\n')) },
    { encoding: 'CR', bytes: Buffer.from(file.replaceAll('\n', '\r')) },
    { encoding: 'semicolons', bytes: Buffer.from(file.replaceAll(',', ';')) },
    { encoding: 'tabs', bytes: Buffer.from(file.replaceAll(',', '\t')) },
  ])('reads $encoding, also byte by byte', async ({ bytes }) => {
    const expected = [[2, 'été\nà la ligne'], [4, '“fête”']];
    expect(await texts(bytes)).toEqual(expected);
    expect(await texts(bytes, 1)).toEqual(expected);
    expect(await texts(bytes, 7)).toEqual(expected);
  });

  it('reads a Windows code page and says so, also when the first accent comes late', async () => {
    const plain = Array.from({ length: 3_000 }, (_value, number) => row(`x${number}`, 'plain')).join('\n');
    const rows = await readRows(Buffer.concat([Buffer.from(`${HEADER}\n${plain}\n`), Buffer.from(`${row('late', '\u00e9t\u00e9 \u0080')}\n`, 'latin1')]));
    expect(postsOf(rows).at(-1)?.reading.text).toBe('été €');
    expect(reasonsOf(rows)).toHaveLength(1);
    expect(reasonsOf(rows)[0]).toMatch(/guessed-windows-1252$/);
  });

  it('keeps a UTF-8 file in which one sign is damaged, and says where', async () => {
    const bytes = Buffer.concat([Buffer.from(`${HEADER}\n${row('a', 'été')}\n`), Buffer.from(`Page,facebook,b,2026-01-15T18:30:00+01:00,66,\xff\n`, 'latin1')]);
    expect(reasonsOf(await readRows(bytes))).toEqual(['3 post unreadable-characters']);
  });

  it('opens lines that were each put between quotation marks', async () => {
    const wrapped = [HEADER, row('a', 'un, deux'), row('b', 'trois'), ''].join('\n').split('\n').map((line) => (line === '' ? '' : `"${line.replaceAll('"', '""')}"`)).join('\n');
    expect(await texts(wrapped)).toEqual([[2, 'un, deux'], [3, 'trois']]);
  });

  it.each([
    { what: 'nothing', contents: '', reason: 'empty-file' },
    { what: 'empty lines', contents: '\n\n \n', reason: 'empty-file' },
    { what: 'a header alone', contents: `${HEADER}\n`, reason: 'header-only' },
    { what: 'the header of an unknown file alone', contents: 'Jour;Vues\n', reason: 'header-only' },
    { what: 'a letter', contents: 'Bonjour\nVoici le fichier\nMerci\n', reason: 'not-a-table' },
    { what: 'a picture', contents: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), reason: 'not-a-text-file' },
    { what: 'a PDF', contents: '%PDF-1.7\n%âãÏÓ\n', reason: 'not-a-text-file' },
    { what: 'a web page', contents: '<!DOCTYPE html><html><body>a,b\n1,2</body></html>', reason: 'not-a-text-file' },
    { what: 'JSON', contents: '[{"a":1},{"a":2}]', reason: 'not-a-text-file' },
    { what: 'bytes of a program', contents: Buffer.alloc(5_000, Buffer.from([0, 0, 1, 7, 0, 0, 0, 9])), reason: 'not-a-text-file' },
    { what: 'an archive that is no workbook', contents: Buffer.from('PK\u0003\u0004 nothing more'), reason: 'workbook-unreadable' },
  ])('refuses $what', async ({ contents, reason }) => {
    expect(await openFile(contents)).toMatchObject({ kind: 'refused', reason });
  });

  it('refuses an audience file, and names the cell that a spreadsheet turned into a date', async () => {
    expect(await openFile(fixture('audience-damaged-by-spreadsheet.csv'))).toMatchObject({ kind: 'refused', reason: 'damaged-by-spreadsheet', line: 4, column: 'Women', params: { value: '17-juin' } });
    expect(await openFile('"Age & gender"\n"","Women","Men"\n"18-24","3.2","1.1"\n')).toMatchObject({ kind: 'refused', reason: 'audience-file', line: 1 });
  });

  it('names the line of a quotation mark that is never closed', async () => {
    expect(await openFile(`${HEADER}\n${row('a')}\nPage,facebook,b,2026-01-15T18:30:00Z,66,"open\n${row('c')}\n`)).toMatchObject({ kind: 'refused', reason: 'quote-not-closed', line: 3 });
  });

  it('refuses in the middle of reading what turns out unreadable far down', async () => {
    const good = Array.from({ length: 5_000 }, (_value, number) => row(`x${number}`)).join('\n');
    const opened = await openFile(`${HEADER}\n${good}\nPage,"open${'x'.repeat(3_000_000)}`);
    expect(opened.kind).toBe('readable');
    const reading = async () => { if (opened.kind === 'readable') for await (const read of opened.rows) if (read.kind !== 'post') return read; return null; };
    await expect(reading()).rejects.toSatisfy((error) => error instanceof FileRefused && error.refusal.reason === 'line-too-long' && error.refusal.line === 5_002);
  });

  it.each([
    { what: 'a file it refuses', contents: Buffer.from('Bonjour\nmerci\n') },
    { what: 'a file it does not know', contents: fixture('mapped-newsletter.csv') },
    { what: 'a file of the audience', contents: fixture('audience-damaged-by-spreadsheet.csv') },
    { what: 'a workbook that is none', contents: Buffer.from('PK\u0003\u0004 nothing more') },
    { what: 'a picture', contents: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  ])('closes the source of $what, however much is left of it', async ({ contents }) => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Buffer> {
      try {
        yield contents;
        for (let part = 0; part < 400; part += 1) yield Buffer.alloc(65_536, contents);
      } finally {
        isClosed = true;
      }
    }
    const opened = await openExport(endless(), { observedAt: DOWNLOADED_AT, fileBytes: 0, chosen: null, fileTimeZone: null, mapping: null, mappedNetwork: null });
    expect(opened.kind).not.toBe('readable');
    expect(isClosed).toBe(true);
  });

  it('counts the bytes it has read', async () => {
    const opened = await openFile(file);
    if (opened.kind !== 'readable') throw new Error(opened.kind);
    for await (const read of opened.rows) expect(read.kind).toBe('post');
    expect(opened.bytesRead()).toBe(Buffer.byteLength(file));
  });

  it.skipIf(!hasRealFiles).each([
    { name: 'exports/facebook-audience-damaged-by-spreadsheet.csv', expected: { kind: 'refused', reason: 'damaged-by-spreadsheet', line: 3, column: 'Women' } },
    { name: 'exports/youtube-studio-fr.csv', expected: { kind: 'needs-mapping', guesses: { reach: 'Spectateurs uniques', views: 'Vues' } } },
    { name: 'exports/x-account-overview.csv', expected: { kind: 'needs-mapping', guesses: { published_at: 'Date', likes: 'Likes', shares: 'Shares' } } },
    { name: 'exports/linkedin-content.xls', expected: { kind: 'needs-mapping' } },
  ])('knows the real file $name of ../shared/data for what it is', async ({ name, expected }) => {
    expect(await openFile(realFile(name))).toMatchObject(expected);
  });
});

