/** Figures of one post as read at one instant. */
export interface PostSnapshot<Figures> {
  readonly observedAt: Date;
  /** When the snapshot entered the ledger: decides between two readings of the same instant. */
  readonly recordedAt: Date;
  readonly source: 'api' | 'file' | 'hand' | 'demo';
  /** Day whose measure definitions the figures follow; null when unknown. */
  readonly definitionDay: string | null;
  readonly figures: Figures;
}

export interface SettleRules {
  readonly publishedAt: Date;
  readonly finalAgeDays: number;
  /** The network lowers reach as the post ages: the highest reading counts. */
  readonly fading: boolean;
  readonly isStory: boolean;
}

export interface SettledPost<Figures> {
  readonly isFinal: boolean;
  /** The final figures once final, otherwise the latest. */
  readonly figures: Figures;
  readonly definitionDay: string | null;
  readonly finalObservedAt: Date | null;
  /** Latest reading, final or not. */
  readonly observedAt: Date;
  /** Figures of a file downloaded after the final age, trusted without an earlier reading: the age at which they stood still is not known. */
  readonly ageUnknown: boolean;
  /** First read so late that a fading reach had faded already, and told by no file since. */
  readonly readLate: boolean;
}

/** A first reading more than this many final ages old is late where reach fades; chosen by us, the networks say nothing. */
export const READ_LATE_FINAL_AGES = 2;
/** Stories keep this age whatever the network: they are seen for a day. */
export const STORY_FINAL_AGE_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * What is known of a post: its figures at the first snapshot at or after its final age, so that old and new
 * posts are compared at the same age; the latest snapshot while it is younger. Of two snapshots of the same
 * instant the one recorded last counts (and, recorded together, the first given). A file lifts what came too late:
 * where a network that fades was first asked late, the first file that tells of the post stands instead.
 * @returns null of no snapshot
 */
export function settlePost<Figures extends { readonly reach: number | null }>(
  snapshots: readonly PostSnapshot<Figures>[],
  rules: SettleRules,
): SettledPost<Figures> | null {
  const ordered = snapshots.toSorted((a, b) => a.observedAt.getTime() - b.observedAt.getTime() || b.recordedAt.getTime() - a.recordedAt.getTime());
  const [first] = ordered;
  if (first === undefined) return null;
  const isLate = rules.fading && first.source !== 'file' && ageDays(first, rules) > finalAge(rules) * READ_LATE_FINAL_AGES;
  const fromFile = isLate ? ordered.find(({ source }) => source === 'file') : undefined;
  const final = fromFile ?? ordered.find((snapshot) => ageDays(snapshot, rules) >= finalAge(rules)) ?? null;
  const latestAt = ordered.at(-1)?.observedAt ?? first.observedAt;
  const counted = final ?? ordered.find((snapshot) => snapshot.observedAt.getTime() === latestAt.getTime()) ?? first;
  return {
    isFinal: final !== null,
    figures: rules.fading && !fromFile ? { ...counted.figures, reach: highestReach(ordered, counted) } : counted.figures,
    definitionDay: counted.definitionDay,
    finalObservedAt: final?.observedAt ?? null,
    observedAt: latestAt,
    ageUnknown: fromFile !== undefined || (final === first && final.source === 'file'),
    readLate: isLate && !fromFile,
  };
}

function finalAge({ isStory, finalAgeDays }: SettleRules): number {
  return isStory ? STORY_FINAL_AGE_DAYS : finalAgeDays;
}

function ageDays(snapshot: { observedAt: Date }, { publishedAt }: SettleRules): number {
  return (snapshot.observedAt.getTime() - publishedAt.getTime()) / DAY_MS;
}

/** Highest known reach up to and including a snapshot; null when none is known. */
function highestReach<Figures extends { readonly reach: number | null }>(ordered: readonly PostSnapshot<Figures>[], last: PostSnapshot<Figures>): number | null {
  const reaches = ordered.filter(({ observedAt }) => observedAt <= last.observedAt).flatMap(({ figures }) => figures.reach ?? []);
  return reaches.length === 0 ? null : Math.max(...reaches);
}
