/** A source of bytes that is counted, and closed once whoever reads it has what they need. */
export class SourceTap implements AsyncIterable<Buffer> {
  bytesRead = 0;
  private isClosed = false;
  private readonly iterator: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.iterator = source[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): AsyncIterator<Buffer> {
    return {
      next: async () => {
        const next = await this.iterator.next();
        if (next.done !== true) this.bytesRead += next.value.length;
        return next;
      },
      return: async () => {
        await this.close();
        return { done: true, value: undefined };
      },
    };
  }

  /** Tells the source that nothing more is wanted; the streams in between may never have begun. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.iterator.return?.();
  }
}
