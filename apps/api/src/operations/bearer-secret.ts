import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A secret that opens something for whoever has it: 256 bits, 43 signs that an address can hold. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/**
 * What is kept of it, and looked for: SHA-256. A hash tells nothing of a secret that comes near, so that how long it takes to find none says
 * nothing; and of 256 random bits no list can be made, so that no salt is needed.
 */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
