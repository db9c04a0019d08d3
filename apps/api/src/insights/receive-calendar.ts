import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { CalendarError } from './calendar-error.js';

const MEGABYTE = 1024 ** 2;
/** Most bytes that a calendar of holidays may have, and that may stand around one in its request. */
const MAX_CALENDAR_BYTES = MEGABYTE;
const MAX_AROUND_BYTES = MEGABYTE;

/** The calendar in a multipart request, of so many bytes at most. @throws CalendarError file-missing, file-too-large, upload-cut */
export async function receiveCalendar(request: FastifyRequest, mostBytes = MAX_CALENDAR_BYTES): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes + MAX_AROUND_BYTES) throw tooLarge(mostBytes);
  if (!request.isMultipart()) throw new CalendarError('file-missing');
  const bytes = await readFile(request, mostBytes);
  if (bytes === null) throw new CalendarError('file-missing');
  if (bytes.length > mostBytes) throw tooLarge(mostBytes);
  return bytes;
}

/** What the parser throws without a status of its own is about what was sent: cut short, or put together wrongly. */
async function readFile(request: FastifyRequest, mostBytes: number): Promise<Uint8Array | null> {
  try {
    const part = await request.file({ throwFileSizeLimit: false, limits: { fileSize: mostBytes + 1, files: 1, fields: 10 } });
    return part === undefined ? null : await part.toBuffer();
  } catch (cause) {
    if (cause instanceof Error && 'statusCode' in cause) throw cause;
    throw new CalendarError('upload-cut', {}, { cause });
  }
}

function tooLarge(mostBytes: number): CalendarError {
  return new CalendarError('file-too-large', { limit: mostBytes / MEGABYTE });
}
