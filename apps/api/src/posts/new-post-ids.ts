import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Random bytes are asked from the system for so many identifiers at once: asked one by one they cost more than reading a row. */
const AT_ONCE = 1_024;

const pool = Buffer.alloc(AT_ONCE * BYTES);
let used = pool.length;
let last = { msecs: 0, seq: 0 };

/** An identifier that sorts behind those made before it: rows made together lie together in the keys, and posts of one instant keep the order of their file. */
export function newPostId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  const random = pool.subarray(used - BYTES, used);
  const now = Date.now();
  // A millisecond begins at a random number of 31 bits, and counts on: so do clocks that are set back.
  last = now > last.msecs ? { msecs: now, seq: random.readUInt32BE() >>> 1 } : { msecs: last.msecs, seq: last.seq + 1 };
  return v7({ random, ...last });
}
