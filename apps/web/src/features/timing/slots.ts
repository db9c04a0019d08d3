import { timingLevels, type ChannelOutlook, type ChannelTiming, type HourBand, type Weekday } from '@portee/shared';

/** Shade of a cell: 3 is what is usual on the channel, 5 the most people. */
export type Step = 1 | 2 | 3 | 4 | 5;

/** A band of a weekday. */
export interface Slot {
  weekday: Weekday; band: HourBand; posts: number;
  /** What the model expects there, a fraction; null: no model. */
  predicted: number | null;
  /** null: under 8 posts, or no model; such a cell has no colour. */
  step: Step | null;
}

/** Posts of a cell under which it has no colour. */
const FEWEST_FOR_COLOUR = 8;
/**
 * Bounds between the shades, as multiples of what is usual: within 5 % the middle one, a quarter more or less the outermost.
 * Fixed, not stretched over what is found: a channel where nothing changes is of one colour.
 */
const BOUNDS = [0.8, 0.95, 1.05, 1.25] as const;

/** All cells, band by band, Monday first: with predictions where there is a model, with counts only elsewhere. */
export function slotsOf({ grid }: Pick<ChannelOutlook, 'grid'>, slots: ChannelTiming['slots']): Slot[] {
  const usual = usualOf(grid);
  return timingLevels.hour_band.flatMap((band) => timingLevels.weekday.map((weekday) => {
    const cell = grid.find((one) => one.band === band && one.weekday === weekday);
    const counted = slots.find((one) => one.band === band && one.weekday === weekday);
    const posts = cell?.posts ?? counted?.organic.posts ?? 0;
    const predicted = cell?.predicted ?? null;
    return { weekday, band, posts, predicted, step: predicted === null || usual === null || posts < FEWEST_FOR_COLOUR ? null : stepOf(predicted / usual) };
  }));
}

/** Geometric mean of the predictions, each counted as often as it has posts; null without any. */
function usualOf(grid: ChannelOutlook['grid']): number | null {
  const known = grid.flatMap(({ predicted, posts }) => (predicted === null || predicted <= 0 || posts === 0 ? [] : [{ log: Math.log(predicted), posts }]));
  const posts = known.reduce((sum, cell) => sum + cell.posts, 0);
  return posts === 0 ? null : Math.exp(known.reduce((sum, cell) => sum + cell.log * cell.posts, 0) / posts);
}

function stepOf(times: number): Step {
  const [far, near, over, beyond] = BOUNDS;
  if (times < near) return times < far ? 1 : 2;
  if (times <= over) return 3;
  return times < beyond ? 4 : 5;
}
