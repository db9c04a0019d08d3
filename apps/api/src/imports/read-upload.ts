import '@fastify/multipart';
import { type ColumnMapping, columnMapping } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ImportError } from './import-error.js';
import type { ImportWishes, IncomingFile } from './receive-import.js';

const wishFields = z.object({
  channelId: z.uuid().optional(),
  timeZone: z.string().optional(),
  observedAt: z.iso.datetime({ offset: true }).optional(),
  skipRejected: z.enum(['true', 'false']).optional(),
});

/**
 * The file of a multipart request as a stream, and the fields around it: those before the file and those
 * after it count alike. @throws ImportError file-missing, field-unreadable
 */
export async function readUpload(request: FastifyRequest, limit: number): Promise<IncomingFile> {
  const fields = new Map<string, string>();
  const parts = request.parts({ limits: { fileSize: limit + 1, files: 1, fields: 10, fieldSize: 100_000 } })[Symbol.asyncIterator]();
  for (;;) {
    const { value: part, done } = await parts.next();
    if (done) throw new ImportError('file-missing');
    if (part.type === 'field') {
      keepField(fields, part);
      continue;
    }
    return { name: part.filename || 'fichier', bytes: part.file, wishes: () => readWishes(fields, parts) };
  }
}

type Parts = ReturnType<ReturnType<FastifyRequest['parts']>[typeof Symbol.asyncIterator]>;

async function readWishes(fields: Map<string, string>, parts: Parts): Promise<ImportWishes> {
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
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
