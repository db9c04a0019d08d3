import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { FileRecord } from '../networks/core/export-reader.js';
import { checkZip } from './check-zip.js';
import { FileRefused, type RefusalReason, refuse } from './file-refusal.js';

/** Largest workbook accepted, in bytes. */
export const MAX_WORKBOOK_BYTES = 20 * 1024 * 1024;
const MAX_SECONDS = 60;
const MEMORY_MEGABYTES = 1_024;

const answer = z.union([z.object({ rows: z.array(z.array(z.string())) }), z.object({ failure: z.string() })]);

/**
 * The first sheet that holds a table, as records; .xlsx, .xls and .ods. Formulas are never evaluated.
 * @throws FileRefused
 */
export async function readWorkbook(source: AsyncIterable<Buffer>, fileBytes: number): Promise<AsyncIterable<FileRecord>> {
  const bytes = await collect(source, fileBytes);
  if (bytes[0] === 0x50) await checkZip(bytes);
  const read = await runInThread(bytes);
  if ('failure' in read) throw new FileRefused(refuse(failureReason(read.failure)), { cause: read.failure });
  if (read.rows.length === 0) throw new FileRefused(refuse('workbook-empty'));
  return toRecords(read.rows);
}

/** Leaves at the first part where the file is known to be too big. */
async function collect(source: AsyncIterable<Buffer>, fileBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (Math.max(size, fileBytes) > MAX_WORKBOOK_BYTES) throw tooBig();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A thread that is stopped when it takes too long or too much memory: nothing a file holds can stop the whole program. */
async function runInThread(bytes: Buffer): Promise<z.infer<typeof answer>> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./workbook.worker.${extension}`, import.meta.url), {
    workerData: new Uint8Array(bytes), resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  try {
    return await answerOf(worker);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<z.infer<typeof answer>> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new FileRefused(refuse('workbook-bomb'))), MAX_SECONDS * 1_000);
    worker.once('message', (message: unknown) => resolve(answer.parse(message)));
    worker.once('error', (cause) => reject(new FileRefused(refuse('workbook-bomb'), { cause })));
    worker.once('exit', () => {
      clearTimeout(deadline);
      reject(new FileRefused(refuse('workbook-unreadable')));
    });
  });
}

function failureReason(message: string): RefusalReason {
  if (/password|encrypt/i.test(message)) return 'workbook-locked';
  return message === 'too many rows' ? 'workbook-too-long' : 'workbook-unreadable';
}

async function* toRecords(rows: readonly (readonly string[])[]): AsyncGenerator<FileRecord> {
  for (const [position, cells] of rows.entries()) yield { line: position + 1, cells };
}

function tooBig(): FileRefused {
  return new FileRefused(refuse('workbook-too-big', { megabytes: MAX_WORKBOOK_BYTES / 1024 / 1024 }));
}
