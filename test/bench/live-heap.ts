import { once } from 'node:events';
import { z } from 'zod';

const targets = z.tuple([z.object({ webSocketDebuggerUrl: z.url() })]).rest(z.unknown());
const answer = z.object({ id: z.number().optional(), result: z.unknown().optional(), error: z.object({ message: z.string() }).optional() });
const heapUsage = z.object({ usedSize: z.number(), backingStorageSize: z.number().default(0) });

/** What a program must be started with so that it can be asked. */
export function inspectorFlag(port: number): string {
  return `--inspect=127.0.0.1:${port}`;
}

/**
 * Bytes that a program holds once its garbage has been collected, buffers included, asked through its inspector. Memory
 * that the system counts says less: the collector takes what room it is given and gives it back when it pleases.
 */
export async function liveHeapOf(port: number): Promise<number> {
  const list = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = targets.parse(await list.json());
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  try {
    await askInspector(socket, 'HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = heapUsage.parse(await askInspector(socket, 'Runtime.getHeapUsage'));
    return usedSize + backingStorageSize;
  } finally {
    socket.close();
  }
}

/** One question at a time: what comes without an identifier is an event and no answer. */
async function askInspector(socket: WebSocket, method: string): Promise<unknown> {
  const answered = Promise.withResolvers<unknown>();
  const listen = ({ data }: MessageEvent): void => {
    const { id, result, error } = answer.parse(JSON.parse(String(data)));
    if (error) answered.reject(new Error(`${method}: ${error.message}`));
    else if (id !== undefined) answered.resolve(result);
  };
  socket.addEventListener('message', listen);
  socket.addEventListener('close', () => { answered.reject(new Error(`${method}: the program is gone`)); });
  socket.send(JSON.stringify({ id: 1, method }));
  return answered.promise.finally(() => { socket.removeEventListener('message', listen); });
}
