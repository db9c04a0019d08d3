import '@fastify/multipart';
import { type ColumnMapping, columnMapping, timeZone } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ImportError } from './import-error.js';
import { MEGABYTE } from './import-file.js';
import type { ImportWishes, IncomingFile } from './receive-import.js';

const wishFields = z.object({
  channelId: z.uuid().optional(),
  timeZone: timeZone.optional(),
  observedAt: z.iso.datetime({ offset: true }).optional(),
  skipRejected: z.enum(['true', 'false']).optional(),
});

/** Most bytes that the fields around a file may take. */
const MAX_AROUND_BYTES = MEGABYTE;

/**
 * The file of a multipart request as a stream, and the fields around it: those before the file and those
 * after it count alike. A file that says itself too large is refused before its bytes are read.
 * @throws ImportError file-missing, file-too-large, field-unreadable, upload-cut
 */
export async function readUpload(request: FastifyRequest, limit: number): Promise<IncomingFile> {
  if (Number(request.headers['content-length'] ?? 0) > limit + MAX_AROUND_BYTES) throw new ImportError('file-too-large', { limit: Math.floor(limit / MEGABYTE) });
  const fields = new Map<string, string>();
  if (!request.isMultipart()) throw new ImportError('file-missing');
  const parts = request.parts({ limits: { fileSize: limit + 1, files: 1, fields: 10, fieldSize: 100_000 } })[Symbol.asyncIterator]();
  for (;;) {
    const { value: part, done } = await nextPart(parts);
    if (done) throw new ImportError('file-missing');
    if (part.type === 'field') {
      keepField(fields, part);
      continue;
    }
    return { name: part.filename || 'fichier', bytes: part.file, wishes: () => readWishes(fields, parts) };
  }
}

type Parts = ReturnType<ReturnType<FastifyRequest['parts']>[typeof Symbol.asyncIterator]>;

/** What the parser throws without a status of its own is about what was sent: cut short, or put together wrongly. */
async function nextPart(parts: Parts): Promise<IteratorResult<Awaited<ReturnType<Parts['next']>>['value'], unknown>> {
  try {
    return await parts.next();
  } catch (cause) {
    if (cause instanceof Error && 'statusCode' in cause) throw cause;
    throw new ImportError('upload-cut', {}, { cause });
  }
}

async function readWishes(fields: Map<string, string>, parts: Parts): Promise<ImportWishes> {
  for (let next = await nextPart(parts); !next.done; next = await nextPart(parts)) {
    if (next.value.type === 'field') keepField(fields, next.value);
    else next.value.file.resume();
  }
  const wishes = wishFields.safeParse(Object.fromEntries([...fields].filter(([name]) => name !== 'mapping')));
  if (!wishes.success) throw new ImportError('field-unreadable', { field: wishes.error.issues[0]?.path.join('.') ?? '' });
  const { channelId, timeZone, observedAt, skipRejected } = wishes.data;
  return {
    channelId: channelId ?? null, timeZone: timeZone ?? null, observedAt: observedAt === undefined ? null : new Date(observedAt),
    skipRejected: skipRejected === 'true', mapping: readMapping(fields.get('mapping')),
  };
}

function keepField(fields: Map<string, string>, part: { fieldname: string; value: unknown }): void {
  if (typeof part.value === 'string' && part.value !== '') fields.set(part.fieldname, part.value);
}

function readMapping(text: string | undefined): ColumnMapping | null {
  if (text === undefined) return null;
  try {
    return columnMapping.parse(JSON.parse(text));
  } catch (cause) {
    throw new ImportError('field-unreadable', { field: 'mapping' }, { cause });
  }
}
