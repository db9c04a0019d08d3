import { badParameter, notOneOf } from './graph-errors.js';
import { readList } from './graph-request.js';
import { followersOfAccount, type InstagramAccount } from './instagram-accounts.js';

const FEWEST_FOLLOWERS = 100;
const TIMEFRAMES = ['last_14_days', 'last_30_days', 'last_90_days', 'prev_month', 'this_month', 'this_week'];
/** Announced as removed, still listed: they answer nothing here. */
const EMPTY_TIMEFRAMES = ['last_14_days', 'last_30_days', 'last_90_days', 'prev_month'];

const PARTS: Record<string, Record<string, number>> = {
  city: { 'Namur, Walloon Region': 0.34, 'Liège, Walloon Region': 0.12, 'Jambes, Walloon Region': 0.06 },
  country: { BE: 0.92, FR: 0.05 },
  age: { '18-24': 0.1, '25-34': 0.24, '35-44': 0.28, '45-54': 0.2, '55-64': 0.1, '65+': 0.05 },
  gender: { F: 0.62, M: 0.31, U: 0.05 },
};

export const DEMOGRAPHICS = ['follower_demographics', 'engaged_audience_demographics'];

/** Who follows, by one dimension a call; nothing under 100 followers. Parts add up to less than the followers. @throws GraphError code 100 */
export function demographics(account: InstagramAccount, at: Date, { name, params }: { name: string; params: URLSearchParams }): Record<string, unknown>[] {
  if (params.get('period') !== 'lifetime') throw badParameter(`(${name}) metric only supports period=lifetime`);
  const timeframe = params.get('timeframe') ?? '';
  if (!TIMEFRAMES.includes(timeframe)) throw notOneOf('timeframe', TIMEFRAMES);
  const dimensions = readList(params.get('breakdown'));
  const parts = PARTS[dimensions[0] ?? ''];
  if (dimensions.length !== 1 || !parts || params.get('metric_type') !== 'total_value') throw badParameter(`(${name}) metric must have metric_type=total_value and one breakdown of age, city, country, gender`);
  const followers = followersOfAccount(account, at);
  if (followers < FEWEST_FOLLOWERS || EMPTY_TIMEFRAMES.includes(timeframe)) return [];
  const results = Object.entries(parts).map(([value, part]) => ({ dimension_values: [timeframe.toUpperCase(), value], value: Math.floor(followers * part) }));
  return [{
    name, period: 'lifetime', title: name, description: `What ${name} counts`, total_value: { breakdowns: [{ dimension_keys: ['timeframe', ...dimensions], results }] },
    id: `${account.id}/insights/${name}/lifetime`,
  }];
}
