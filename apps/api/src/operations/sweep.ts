import type { BeforeApplicationShutdown } from '@nestjs/common';

/**
 * Work that is looked for again and again: never twice at once in a program, and put down between two pieces when the program stops.
 * Whoever extends it says when: Nest reads its schedule from the class itself.
 */
export abstract class Sweep implements BeforeApplicationShutdown {
  private sweeping: Promise<void> | null = null;
  protected isStopping = false;

  /** Joins the one under way, or begins. */
  protected sweepNow(): Promise<void> {
    this.sweeping ??= this.sweepOnce().finally(() => { this.sweeping = null; });
    return this.sweeping;
  }

  /** The piece under way is finished; the others are found again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.sweeping?.catch(() => undefined);
  }

  /** Asks `isStopping` before each piece. */
  protected abstract sweepOnce(): Promise<void>;
}
