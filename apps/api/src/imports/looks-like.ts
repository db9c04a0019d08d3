/** What people send by mistake: the first bytes tell. */
const marks: readonly { kind: string; bytes: readonly number[]; at?: number }[] = [
  { kind: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'webp', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'rar', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'office', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'video', bytes: [0x66, 0x74, 0x79, 0x70], at: 4 },
  { kind: 'database', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { kind: 'program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: 'html', bytes: [...Buffer.from('<!doctype', 'latin1')] },
  { kind: 'html', bytes: [...Buffer.from('<html', 'latin1')] },
  { kind: 'xml', bytes: [...Buffer.from('<?xml', 'latin1')] },
];

/** Below the blank, without tabulation, line ends, page ends, the sign that ends old files and those that part some old tables. */
const CONTROL_SIGNS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1b]);
/** Texts pasted from elsewhere hold a few. Chance alone makes 8 bytes of 100 one of them. */
const MOST_CONTROLS = 8;
const MOST_CONTROLS_SHARE = 0.02;

/** What a file that is no delimited text looks like, from its first bytes; null when it may be one. */
export function looksLike(head: Buffer): string | null {
  const found = marks.find(({ bytes, at = 0 }) => bytes.every((byte, position) => lower(head[at + position]) === lower(byte)));
  if (found !== undefined) return found.kind;
  const start = head.toString('latin1', 0, 64).replace(/^\u00EF\u00BB\u00BF/, '').trimStart();
  if (/^<!doctype|^<html/i.test(start)) return 'html';
  if (/^[[{]\s*["{[]/.test(start)) return 'json';
  return isBinary(head) ? 'binary' : null;
}

/** More control signs than any text has. Half of every sign of a wide encoding may look like one: those are left to the decoder. */
function isBinary(head: Buffer): boolean {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head.reduce((zeros, byte) => (byte === 0 ? zeros + 1 : zeros), 0) > head.length / 10;
  if (isWide) return false;
  const controls = head.reduce((count, byte) => (CONTROL_SIGNS.has(byte) ? count + 1 : count), 0);
  return controls > MOST_CONTROLS + head.length * MOST_CONTROLS_SHARE;
}

/** ASCII letters without case; other bytes as they are. */
function lower(byte: number | undefined): number | undefined {
  return byte !== undefined && byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
