import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { CalendarError } from './calendar-error.js';

const MEGABYTE = 1024 ** 2;
/** Most bytes that a calendar may have, and that may stand around it in its request. */
export const MAX_CALENDAR_BYTES = MEGABYTE;
const MAX_AROUND_BYTES = MEGABYTE;

/** The file of a multipart request. @throws CalendarError file-missing, file-too-large, upload-cut */
export async function receiveCalendar(request: FastifyRequest): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_CALENDAR_BYTES + MAX_AROUND_BYTES) throw tooLarge();
  if (!request.isMultipart()) throw new CalendarError('file-missing');
  const bytes = await readFile(request);
  if (bytes === null) throw new CalendarError('file-missing');
  if (bytes.length > MAX_CALENDAR_BYTES) throw tooLarge();
  return bytes;
}

/** What the parser throws without a status of its own is about what was sent: cut short, or put together wrongly. */
async function readFile(request: FastifyRequest): Promise<Uint8Array | null> {
  try {
    const part = await request.file({ throwFileSizeLimit: false, limits: { fileSize: MAX_CALENDAR_BYTES + 1, files: 1, fields: 10 } });
    return part === undefined ? null : await part.toBuffer();
  } catch (cause) {
    if (cause instanceof Error && 'statusCode' in cause) throw cause;
    throw new CalendarError('upload-cut', {}, { cause });
  }
}

function tooLarge(): CalendarError {
  return new CalendarError('file-too-large', { limit: MAX_CALENDAR_BYTES / MEGABYTE });
}
