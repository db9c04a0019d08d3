import { hkdfSync } from 'node:crypto';

/** Tells two secret keys apart, and nothing else of them: keys are long and random, and this is not what anything is encrypted with. */
export function keyFingerprint(secretKey: string): string {
  return Buffer.from(hkdfSync('sha256', secretKey, 'portee', 'fingerprint of the key in an archive', 32)).toString('hex');
}
