import type { PostFormat } from '@portee/shared';

/** Posts on each side under which a mix is not judged. */
const FEWEST = 20;
/** Part of the posts that must have gone to another format. */
const LEAST = 0.2;
/** Standard deviations that leave one in forty above. */
const RARE = 1.96;

/**
 * Whether the later half of the posts is of other formats than the earlier half: at least a fifth of them went elsewhere
 * (total variation distance), and more than one in forty channels would see by chance alone (Pearson's chi-square).
 * @param formats  of the organic posts, in order; unknown ones left out
 */
export function hasMixChanged(formats: readonly PostFormat[]): boolean {
  const half = formats.length >> 1;
  if (half < FEWEST) return false;
  const [before, after] = [countsOf(formats.slice(0, half)), countsOf(formats.slice(half))];
  const kinds = [...new Set(formats)];
  let [moved, square] = [0, 0];
  for (const kind of kinds) {
    const [earlier, later] = [before.get(kind) ?? 0, after.get(kind) ?? 0];
    moved += Math.abs(earlier / half - later / (formats.length - half)) / 2;
    const expected = ((earlier + later) * half) / formats.length;
    square += (earlier - expected) ** 2 / expected + (later - (earlier + later - expected)) ** 2 / (earlier + later - expected);
  }
  return moved >= LEAST && square > rareChiSquare(kinds.length - 1);
}

function countsOf(formats: readonly PostFormat[]): Map<PostFormat, number> {
  const counts = new Map<PostFormat, number>();
  for (const format of formats) counts.set(format, (counts.get(format) ?? 0) + 1);
  return counts;
}

/** Wilson and Hilferty's approximation, to a hundredth. */
function rareChiSquare(free: number): number {
  const spread = 2 / (9 * Math.max(1, free));
  return free * (1 - spread + RARE * Math.sqrt(spread)) ** 3;
}
