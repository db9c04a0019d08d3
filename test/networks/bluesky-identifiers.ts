import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
/** The order of these signs is the order of time. */
const SORTABLE = '234567abcdefghijklmnopqrstuvwxyz';
const PLC_SIGNS = 24;
const TID_SIGNS = 13;
/** CID version 1, of DAG-CBOR, by a SHA-256 of 32 bytes. */
const CID_HEAD = [0x01, 0x71, 0x12, 0x20];

/** An account's identifier, which stays when its handle changes. */
export function didOf(name: string): string {
  return `did:plc:${base32([...sha256(`did ${name}`)]).slice(0, PLC_SIGNS)}`;
}

/** A record key: the instant it was written, and a clock's number. */
export function tidOf(at: Date, clock: number): string {
  let left = (BigInt(at.getTime()) * 1000n << 10n) | BigInt(clock % 1024);
  let signs = '';
  for (let index = 0; index < TID_SIGNS; index += 1) {
    signs = SORTABLE.charAt(Number(left & 31n)) + signs;
    left >>= 5n;
  }
  return signs;
}

/** The content's own identifier: another text has another. */
export function cidOf(content: string): string {
  return `b${base32([...CID_HEAD, ...sha256(content)])}`;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function base32(bytes: readonly number[]): string {
  let signs = '';
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      signs += BASE32.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? signs + BASE32.charAt((held << (5 - bits)) & 31) : signs;
}
