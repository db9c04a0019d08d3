import { percentile } from './verdict.js';

/** Milliseconds of one round of load. */
export interface Load {
  p50: number;
  p95: number;
  requests: number;
}

/** Several clients, each asking again as soon as it is answered. */
export async function loadWith(clients: number, requests: number, ask: () => Promise<unknown>): Promise<Load> {
  const times: number[] = [];
  let left = requests;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      await ask();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { p50: percentile(times, 50), p95: percentile(times, 95), requests };
}
