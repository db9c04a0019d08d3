/** A stream of which the beginning has been looked at, and which still gives everything. */
export interface LookedAt<T> {
  head: readonly T[];
  /** The head, then the rest. Can be read once. */
  all: AsyncGenerator<T>;
}

/** Reads a stream until enough of it is known. */
export async function readAhead<T>(source: AsyncIterable<T>, enough: (head: readonly T[]) => boolean): Promise<LookedAt<T>> {
  const iterator = source[Symbol.asyncIterator]();
  const head: T[] = [];
  let isOver = false;
  while (!isOver && !enough(head)) {
    const next = await iterator.next();
    if (next.done === true) isOver = true;
    else head.push(next.value);
  }
  return { head, all: replay(head, iterator) };
}

async function* replay<T>(head: readonly T[], iterator: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    yield* head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
