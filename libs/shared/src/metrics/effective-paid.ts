interface PaidRules {
  /** Free networks, newsletters: nothing can be pushed. */
  readonly hasPaidPush: boolean;
  /** Periods of which somebody declared "nothing was pushed"; local days, both ends included. */
  readonly unpaidPeriods: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Whether a post was pushed with money, once declarations are taken into account: true, false or unknown (null).
 * A declaration turns unknown into unpaid; it never turns a known push into unpaid.
 */
export function effectivePaid(paid: boolean | null, localDay: string, { hasPaidPush, unpaidPeriods }: PaidRules): boolean | null {
  if (!hasPaidPush) return false;
  if (paid !== null) return paid;
  return unpaidPeriods.some(({ from, to }) => from <= localDay && localDay <= to) ? false : null;
}
