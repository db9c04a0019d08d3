import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, isLongTier, openFile } from '../../../../test/support/exports.js';
import type { ExportRow } from '../networks/core/export-reader.js';
import { mangledFile } from '../../../../test/support/mangle.js';
import { FileRefused } from './file-refusal.js';
import { importProblemSentence } from './import-problem-sentence.js';
import type { OpenedExport } from './open-export.js';
import { problemReasons } from './messages/problem-reasons.js';

const RUNS = isLongTier ? 10_000 : 400;

const portee = Buffer.from('channel,network,post_id,published_at,format,paid,followers,reach,views,likes,text\nPage,facebook,1,2026-01-15T18:30:00+01:00,photo,0,1200,66,90,4,"été, encore"\nPage,facebook,2,2026-01-16T18:30:00+01:00,video,1,1200,70,95,5,"deux\nlignes"\n');
const channels = Buffer.from('channel,network,day,followers,reach\nPage,facebook,2026-01-15,1200,66\nPage,facebook,2026-01-16,1201,\n');
const originals = [portee, channels, ...['facebook-posts.en.csv', 'facebook-posts.fr.csv', 'instagram-posts.fr.csv', 'facebook-reach-per-day.utf16.csv', 'audience-damaged-by-spreadsheet.csv', 'mapped-newsletter.csv'].map(fixture)];
const columns = { published_at: 'Date d’envoi', reach: 'Ouvertures uniques', followers: 'Distribués', text: 'Objet' };
const mapping = { columns, timeZone: 'Europe/Brussels', dateOrder: 'day-first' as const, newChannel: { network: 'newsletter', name: 'Lettre' } };

const known = new Set<string>(problemReasons);

function expectSentence(problem: { reason: string; column: string | null; params: Readonly<Record<string, string | number>> }): void {
  expect(known.has(problem.reason), problem.reason).toBe(true);
  expect(importProblemSentence(problem, 'fr')).not.toMatch(/\{\w+\}|undefined/);
}

describe('mangled files', () => {
  it(`never crash a reader, and every row becomes exactly one thing (${RUNS} files)`, async () => {
    await fc.assert(
      fc.asyncProperty(mangledFile(originals), fc.integer({ min: 1, max: 5_000 }), fc.boolean(), async (contents, partBytes, isMapped) => {
        const chosen = { network: 'facebook', externalId: '1', name: 'Page' };
        await expectWholeAnswer(await openFile(contents, { partBytes, chosen, mapping: isMapped ? mapping : null, mappedNetwork: 'newsletter' }));
      }),
      { numRuns: RUNS },
    );
  });
});

async function expectWholeAnswer(opened: OpenedExport): Promise<void> {
  if (opened.kind === 'refused') expectSentence(opened);
  if (opened.kind === 'needs-mapping') expect(new Set(opened.preview.headers).size).toBe(opened.preview.headers.length);
  if (opened.kind !== 'readable') return;
  const lines: number[] = [];
  try {
    for await (const row of opened.rows) {
      lines.push(row.line);
      expectRow(row);
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    expectSentence(error.refusal);
  }
  // Each line gives one row at most, in the order of the file.
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.toSorted((a, b) => a - b)).toEqual(lines);
}

function expectRow(row: ExportRow): void {
  expect(['post', 'channel-day', 'rejected', 'skipped']).toContain(row.kind);
  if (row.kind === 'rejected') expectSentence(row.problem);
  else row.remarks?.forEach(expectSentence);
  if (row.kind === 'post') expectUsable(row.reading);
}

function expectUsable(reading: { externalId: string; publishedAt: Date; text: string | null; figures: object }): void {
  expect(reading.externalId).not.toBe('');
  expect(Number.isNaN(reading.publishedAt.getTime())).toBe(false);
  expect(`${reading.externalId}${reading.text}`).not.toContain('\u0000');
  for (const figure of Object.values(reading.figures)) expect(figure === null || (Number.isInteger(figure) && figure >= 0 && figure < 1e9)).toBe(true);
}
