import fc from 'fast-check';

const nasty = fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', '\t', '\u0000', '-1', '1e99', '=cmd', '\uFEFF', '999999999999', 'NaN', '02/30/2026 25:61', '\ud800');

interface Harm {
  kind: string;
  at: number;
  size: number;
  text: string;
  bytes: Uint8Array;
}

/** One way of hurting a file at some place, given as fractions of its length. */
const harm: fc.Arbitrary<Harm> = fc.record({
  kind: fc.constantFrom('cut', 'drop', 'insert', 'flip', 'repeat', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true }), size: fc.nat({ max: 200 }), text: nasty, bytes: fc.uint8Array({ maxLength: 12 }),
});

function apply(bytes: Buffer, { kind, at, size, text, bytes: noise }: Harm): Buffer {
  const place = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut') return before;
  if (kind === 'drop') return Buffer.concat([before, after.subarray(size)]);
  if (kind === 'insert') return Buffer.concat([before, Buffer.from(text), after]);
  if (kind === 'flip') return Buffer.concat([before, noise, after.subarray(noise.length)]);
  if (kind === 'repeat') return Buffer.concat([bytes, after]);
  return Buffer.concat([after, before]);
}

/** Files hurt in one to five places, and now and then bytes that never were a file. */
export function mangledFile(originals: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const mangled = fc.tuple(fc.constantFrom(...originals), fc.array(harm, { minLength: 1, maxLength: 5 })).map(([original, harms]) => harms.reduce(apply, original));
  const noise = fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes));
  return fc.oneof({ weight: 9, arbitrary: mangled }, { weight: 1, arbitrary: noise });
}
