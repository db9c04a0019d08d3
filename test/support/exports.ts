import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openExport, type OpenedExport, type OpenOptions } from '../../apps/api/src/imports/open-export.js';
import type { ExportRow } from '../../apps/api/src/networks/core/export-reader.js';

const fixtures = new URL('../fixtures/exports/', import.meta.url);
const realFiles = new URL('../../../shared/data/', import.meta.url);

/** The tier that takes its time: `npm run test:long`. */
export const isLongTier = process.env['PORTEE_TEST_TIER'] === 'long';

/** Real files stand beside the project, never in it: where they are not, checks on them are absent. */
export const hasRealFiles = existsSync(fileURLToPath(realFiles));

/** An invented file of the same structure as a real one. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, fixtures));
}

export function realFile(name: string): Buffer {
  return readFileSync(new URL(name, realFiles));
}

export const DOWNLOADED_AT = new Date('2026-11-23T12:00:00Z');

/** Opens a file handed over in parts, as an upload is. */
export function openFile(contents: Buffer | string, options: Partial<OpenOptions> & { partBytes?: number } = {}): Promise<OpenedExport> {
  const bytes = Buffer.from(contents);
  const { partBytes = 65_536, ...given } = options;
  return openExport(partsOf(bytes, partBytes), { observedAt: DOWNLOADED_AT, fileBytes: bytes.length, chosen: null, fileTimeZone: null, mapping: null, mappedNetwork: null, ...given });
}

/** Every row of a file that must be readable. */
export async function readRows(contents: Buffer | string, options: Parameters<typeof openFile>[1] = {}): Promise<ExportRow[]> {
  const opened = await openFile(contents, options);
  if (opened.kind !== 'readable') throw new Error(`not readable: ${JSON.stringify(opened)}`);
  const rows: ExportRow[] = [];
  for await (const row of opened.rows) rows.push(row);
  return rows;
}

export function postsOf(rows: readonly ExportRow[]): Extract<ExportRow, { kind: 'post' }>[] {
  return rows.filter((row) => row.kind === 'post');
}

/** Reasons of rejections and remarks, with their lines, in the order of the file. */
export function reasonsOf(rows: readonly ExportRow[]): string[] {
  return rows.flatMap((row) => (row.kind === 'rejected' ? [row.problem] : (row.remarks ?? [])).map((problem) => `${row.line} ${row.kind} ${problem.reason}`));
}

async function* partsOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
