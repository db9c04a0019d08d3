import type { ExportReader, FileHead, FileRecord } from '../networks/core/export-reader.js';
import { firstRecord, isBlank } from '../networks/core/file-header.js';
import { metaPerDayExport } from '../networks/core/meta-per-day.js';
import { registry } from '../networks/registry.js';
import { findAudienceBlock } from './audience-file.js';
import { type Refusal, refuse } from './file-refusal.js';
import { porteeChannelsExport } from './portee-channels.reader.js';
import { porteePostsExport } from './portee-csv.reader.js';

/** Every kind of file Portée knows, asked in this order. */
const readers: readonly ExportReader[] = [porteePostsExport, porteeChannelsExport, ...registry.flatMap((network) => network.exportReaders), metaPerDayExport];

export type Recognition = { kind: 'known'; reader: ExportReader } | { kind: 'unknown' } | { kind: 'refused'; refusal: Refusal };

/** What a file is, by its content and never by its name. */
export function recogniseFile(head: FileHead): Recognition {
  const header = firstRecord(head);
  if (header === null) return { kind: 'refused', refusal: refuse('empty-file') };
  const audience = findAudienceBlock(head);
  if (audience !== null) return { kind: 'refused', refusal: audience };
  const reader = readers.find((candidate) => candidate.recognises(head));
  if (!hasRowAfter(head, header)) return { kind: 'refused', refusal: refuse('header-only', {}, { line: header.line }) };
  return reader === undefined ? { kind: 'unknown' } : { kind: 'known', reader };
}

/** A header fills at most the first of the records looked at. */
function hasRowAfter(head: FileHead, header: FileRecord): boolean {
  return head.records.some((record) => record.line > header.line && !isBlank(record));
}
