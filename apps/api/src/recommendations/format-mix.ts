import type { PostFormat } from '@portee/shared';

/** Posts on each side under which a mix is not judged. */
const FEWEST = 20;
/** Part of the posts that must have gone to another format. */
const LEAST = 0.2;
/** A mix must have moved this many times as far as chance moves it on average: of mixes that did not change, hardly one in forty goes so far. */
const TIMES_CHANCE = 1.5;

/**
 * Whether the later half of the posts is of other formats than the earlier half: at least a fifth of them went elsewhere
 * (total variation distance), and more than so few posts make by chance.
 * @param formats  of the organic posts, in order; unknown ones left out
 */
export function hasMixChanged(formats: readonly PostFormat[]): boolean {
  const half = formats.length >> 1;
  const [before, after] = [formats.slice(0, half), formats.slice(half)];
  if (before.length < FEWEST) return false;
  let [moved, byChance] = [0, 0];
  for (const format of new Set(formats)) {
    moved += Math.abs(part(before, format) - part(after, format)) / 2;
    const whole = part(formats, format);
    byChance += Math.sqrt((2 / Math.PI) * whole * (1 - whole) * (1 / before.length + 1 / after.length)) / 2;
  }
  return moved >= LEAST && moved >= TIMES_CHANCE * byChance;
}

function part(formats: readonly PostFormat[], format: PostFormat): number {
  return formats.filter((one) => one === format).length / formats.length;
}
