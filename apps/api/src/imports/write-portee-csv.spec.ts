import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOWNLOADED_AT, openFile, postsOf, readRows } from '../../../../test/support/exports.js';
import { cleanText } from '../networks/core/clean-text.js';
import { NO_FIGURES, type ChannelReading, type PostReading } from '../networks/core/readings.js';
import { neutraliseFormula, readNeutralised } from './formula-text.js';
import { writePorteeChannelsCsv, writePorteeCsv } from './write-portee-csv.js';

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}

const figure = fc.option(fc.nat({ max: 999_999_999 }), { nil: null });
/** Texts as a reader leaves them, many of them made to hurt a spreadsheet. */
const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('=cmd|/c calc', "'=1+1", '@SUM(A1)', '-2+3', '+33', "''", "'quoted'", '"a"', '"a"\nb', 'a;b,c\td|e', '＝1'))
  .map((text) => cleanText(text)).filter((text) => text !== null && !text.includes('\uFFFD'));
const name = words.map((text) => text?.replaceAll('\n', ' ').slice(0, 100).trim().toWellFormed() || 'Page').filter((text) => cleanText(text) === text);
const reading: fc.Arbitrary<PostReading> = fc.record({
  externalId: fc.oneof(fc.stringMatching(/^[\w=@+.-]{1,20}$/), fc.bigInt({ min: 10n ** 15n, max: 10n ** 18n }).map(String)).filter((id) => !/^\d+(\.\d+)?e\+?\d+$/i.test(id)),
  publishedAt: fc.date({ min: new Date('2004-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
  format: fc.option(fc.constantFrom('photo' as const, 'short_video' as const, 'email' as const), { nil: null }),
  text: fc.option(words, { nil: null }), url: fc.option(fc.webUrl(), { nil: null }), paid: fc.option(fc.boolean(), { nil: null }),
  isShare: fc.constant(false), authorRole: fc.constantFrom(null, 'coordination', '=role'), themes: fc.constantFrom([], ['jazz'], ['jeune public', 'cirque']), deletedAt: fc.constant(null),
  observedAt: fc.option(fc.date({ min: new Date('2026-01-01'), max: DOWNLOADED_AT, noInvalidDate: true }), { nil: null }),
  figures: fc.record({ followers: figure, reach: figure, reachOrganic: figure, reachPaid: figure, reachFollowers: figure, views: figure, likes: figure, comments: figure, shares: figure, saves: figure, clicks: figure }).map((given) => ({ ...NO_FIGURES, ...given })),
});

describe('Portée CSV as written', () => {
  it('is read back identical, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.record({ name, reading }), { maxLength: 8, minLength: 1, selector: (row) => row.reading.externalId }), async (rows) => {
        const text = await textOf(writePorteeCsv(each(rows.map((row) => ({ channel: { name: row.name, network: 'facebook' }, reading: row.reading })))));
        const read = postsOf(await readRows(text));
        expect(read.map((row) => ({ name: row.channel.name, reading: row.reading }))).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it('holds no cell that a spreadsheet would run', async () => {
    const row = { ...(fc.sample(reading, 1)[0] ?? never()), text: '=HYPERLINK("http://x","y")', authorRole: '@x', themes: ['+a'], externalId: '-CfzXp8' };
    const text = await textOf(writePorteeCsv(each([{ channel: { name: '=cmd', network: 'facebook' }, reading: row }])));
    for (const safe of ["'=cmd,facebook,'-CfzXp8,", `"'=HYPERLINK(""http://x"",""y"")"`, ",'@x,'+a\n"]) expect(text).toContain(safe);
  });

  it('neutralises and reads back every text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readNeutralised(neutraliseFormula(text))).toBe(text);
      expect(neutraliseFormula(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
    }));
  });

  it('writes days of channels that are read back', async () => {
    const day: ChannelReading = { day: '2026-01-15', observedAt: null, followers: 1200, reach: null, views: 0, visits: 4, followersReached28Days: null };
    const opened = await openFile(await textOf(writePorteeChannelsCsv(each([{ channel: { name: 'Page', network: 'mastodon' }, reading: day }]))));
    if (opened.kind !== 'readable') throw new Error(opened.kind);
    for await (const row of opened.rows) expect(row).toMatchObject({ kind: 'channel-day', channel: { name: 'Page', network: 'mastodon' }, reading: day });
  });
});

function never(): never {
  throw new Error('fast-check gave no sample');
}
