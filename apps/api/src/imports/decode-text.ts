import iconv from 'iconv-lite';
import type { RowProblem } from '../networks/core/export-reader.js';
import { FileRefused, refuse } from './file-refusal.js';
import { looksLike } from './looks-like.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file as text with single line ends, and what was noticed while decoding; complete once the text is read to its end. */
export interface DecodedText {
  text: AsyncIterable<string>;
  /** Remarks on the whole file. */
  remarks: readonly RowProblem[];
}

interface StreamDecoder {
  write(bytes: Buffer): string;
  end(): string | undefined;
}

/**
 * Decodes a stream of bytes by what they look like: byte order mark, pattern of zero bytes, well-formed UTF-8, and
 * otherwise the Windows code page of western Europe, with a remark.
 * @throws FileRefused while the text is read, when the bytes are no text
 */
export function decodeText(source: AsyncIterable<Buffer>): DecodedText {
  const remarks: RowProblem[] = [];
  return { text: decodeLines(source, remarks), remarks };
}

async function* decodeLines(source: AsyncIterable<Buffer>, remarks: RowProblem[]): AsyncGenerator<string> {
  const lineEnds = new LineEnds();
  let decoder: StreamDecoder | null = null;
  for await (const chunk of source) {
    if (chunk.length === 0) continue;
    decoder ??= decoderFor(chunk, remarks);
    yield lineEnds.single(checked(decoder.write(chunk)));
  }
  if (decoder === null) throw new FileRefused(refuse('empty-file'));
  yield lineEnds.single(checked(decoder.end() ?? ''));
}

function decoderFor(head: Buffer, remarks: RowProblem[]): StreamDecoder {
  const kind = looksLike(head);
  if (kind !== null) throw new FileRefused(refuse('not-a-text-file', { kind }));
  const wide = wideEncoding(head);
  if (wide !== null) return iconv.getDecoder(wide, { stripBOM: true });
  return new NarrowDecoder(remarks);
}

/** UTF-16 by its mark, or by the zero byte that every western letter then has. */
function wideEncoding(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 4096 & ~1);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, position) => { if (byte === 0) { if (position % 2 === 0) even += 1; else odd += 1; } });
  const half = sample.length / 2;
  if (half < 4) return null;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** A zero byte in a narrow text is a programme, a database or a picture; one stray among millions is dropped later. */
function checked(text: string): string {
  if (!text.includes('\u0000')) return text;
  const zeros = text.split('\u0000').length - 1;
  if (zeros > text.length / 100) throw new FileRefused(refuse('not-a-text-file', { kind: 'binary' }));
  return text;
}

/** UTF-8, or the Windows code page: decided at the first byte that is not plain. */
class NarrowDecoder implements StreamDecoder {
  private decoder: StreamDecoder | null = null;
  private waiting: Buffer = Buffer.alloc(0);

  constructor(private readonly remarks: RowProblem[]) {}

  write(bytes: Buffer): string {
    if (this.decoder !== null) return this.decoder.write(bytes);
    const all = this.waiting.length === 0 ? bytes : Buffer.concat([this.waiting, bytes]);
    const first = all.findIndex((byte) => byte >= 0x80);
    if (first === -1) { this.waiting = Buffer.alloc(0); return all.toString('latin1'); }
    // A sign of up to four bytes may be cut by the end of the chunk.
    if (all.length - first < 4) { this.waiting = Buffer.from(all.subarray(first)); return all.toString('latin1', 0, first); }
    this.waiting = Buffer.alloc(0);
    return this.decide(all).write(all);
  }

  end(): string {
    const decoder = this.decoder ?? (this.waiting.length > 0 ? this.decide(this.waiting) : null);
    if (decoder === null) return '';
    return decoder.write(this.waiting) + (decoder.end() ?? '');
  }

  private decide(bytes: Buffer): StreamDecoder {
    if (!isUtf8(bytes)) this.remarks.push({ column: null, reason: 'guessed-windows-1252', params: {} });
    this.decoder = isUtf8(bytes) ? iconv.getDecoder('utf-8', { stripBOM: true }) : iconv.getDecoder('windows-1252');
    return this.decoder;
  }
}

/** More well-formed signs than broken ones: a single damaged byte does not turn a whole UTF-8 file into another. */
function isUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const broken = text.split('\uFFFD').length - 1;
  let accented = 0;
  for (const sign of text) if (sign > '\u007F' && sign !== '\uFFFD') accented += 1;
  return accented >= broken;
}

/** Turns the line ends of every system into one, also when a pair is cut by the end of a chunk. */
class LineEnds {
  private hasPendingReturn = false;

  single(text: string): string {
    if (text === '') return '';
    const whole = this.hasPendingReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.hasPendingReturn = text.endsWith('\r');
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }
}
