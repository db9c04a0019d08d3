import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waitSeconds } from './wait-after-failures.js';

const counts = fc.record({ failures: fc.nat({ max: 100_000 }), elsewhere: fc.nat({ max: 100_000 }) });

it('never keeps anybody out for more than a quarter of an hour', () => {
  fc.assert(fc.property(counts, (count) => {
    expect(waitSeconds(count)).toBeGreaterThanOrEqual(0);
    expect(waitSeconds(count)).toBeLessThanOrEqual(900);
  }));
});

it('makes nobody wait who has not failed, whatever goes on elsewhere', () => {
  fc.assert(fc.property(fc.nat({ max: 100_000 }), (elsewhere) => {
    expect(waitSeconds({ failures: 0, elsewhere })).toBe(0);
  }));
});

it('grows with each failure, here and elsewhere', () => {
  fc.assert(fc.property(counts, ({ failures, elsewhere }) => {
    expect(waitSeconds({ failures: failures + 1, elsewhere })).toBeGreaterThanOrEqual(waitSeconds({ failures, elsewhere }));
    expect(waitSeconds({ failures, elsewhere: elsewhere + 1 })).toBeGreaterThanOrEqual(waitSeconds({ failures, elsewhere }));
  }));
});

it('lets one address guess fewer than a hundred passwords a day beyond the first minutes', () => {
  let [seconds, tries] = [0, 0];
  while (seconds < 86_400) seconds += waitSeconds({ failures: tries++, elsewhere: 0 });
  expect(tries).toBeLessThan(115);
});
