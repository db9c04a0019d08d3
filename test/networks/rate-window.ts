/** How a network counts its calls. */
export interface RateSettings {
  /** Calls allowed in a window; Infinity: as many as one likes. */
  calls: number;
  perMs: number;
  now: () => Date;
}

/** Where a caller stands after one more call. */
export interface RateState {
  limit: number;
  remaining: number;
  resetAt: Date;
  isOver: boolean;
}

/** Calls counted in fixed windows of the played clock: one that stands still never frees a call. */
export class RateWindow {
  private startsAt = Number.NEGATIVE_INFINITY;
  private calls = 0;
  private closedUntil = new Date(0);

  constructor(private readonly settings: RateSettings) {}

  /** Every call is too many until then, by the played clock. */
  limitUntil(instant: Date): void {
    this.closedUntil = instant;
  }

  count(): RateState {
    const now = this.settings.now();
    if (now.getTime() - this.startsAt >= this.settings.perMs) {
      this.startsAt = now.getTime();
      this.calls = 0;
    }
    this.calls += 1;
    const isClosed = now < this.closedUntil;
    const limit = Number.isFinite(this.settings.calls) ? this.settings.calls : 1_000_000;
    const remaining = isClosed ? 0 : Math.max(0, limit - this.calls);
    return { limit, remaining, resetAt: isClosed ? this.closedUntil : new Date(this.startsAt + this.settings.perMs), isOver: isClosed || this.calls > this.settings.calls };
  }
}
