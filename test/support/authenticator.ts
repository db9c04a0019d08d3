import { createHmac } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_SECONDS = 30;

/** What a secret stands for, as authenticators read it. */
export function secretBytes(secret: string): Buffer {
  const bits = [...secret.replaceAll('=', '')].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The six digits that an authenticator shows for a secret, by RFC 6238 itself. */
export function authenticatorCode(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 1000 / STEP_SECONDS)));
  const digest = createHmac('sha1', secretBytes(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xF;
  return String((digest.readUInt32BE(offset) & 0x7FFF_FFFF) % 1_000_000).padStart(6, '0');
}
