import { z } from 'zod';
import type { EntityManager } from 'typeorm';

/** A cancellation that falls between two statements ends nothing: it is asked again until the work gives up. */
const AGAIN_MS = 200;
const backend = z.tuple([z.object({ pid: z.number() })]);

/** Runs work in its transaction; once the signal comes, the statement under way and those after it are ended by the server. */
export async function cancelOnStop<T>(manager: EntityManager, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const [{ pid }] = backend.parse(await manager.query('SELECT pg_backend_pid() AS pid'));
  let last: Promise<unknown> = Promise.resolve();
  const cancel = () => {
    last = manager.dataSource.query('SELECT pg_cancel_backend($1)', [pid]).catch(() => undefined); // a connection less to cancel by: the work ends by itself
  };
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    cancel();
    timer = setInterval(cancel, AGAIN_MS);
  };
  signal.addEventListener('abort', begin, { once: true });
  try {
    signal.throwIfAborted();
    return await work();
  } finally {
    signal.removeEventListener('abort', begin);
    clearInterval(timer);
    await last; // none may arrive late and end another's statement
  }
}
