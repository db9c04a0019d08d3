import type { PostDetail } from '../contract/post.contract.js';
import { reachRate } from '../metrics/reach-rate.js';
import { sayPeopleShort, type StaffWords } from './staff-words.js';

/** One post's readings as reach rates over its age in days, and where its channel's posts usually end. */
export interface PostCurve {
  points: { ageDays: number; rate: number }[];
  finalAgeDays: number; isFinal: boolean;
  usual: PostDetail['usual'];
}

/** Readings without a reach, or without followers to divide by, are left out: the line joins what was read. */
export function toPostCurve({ post, readings, finalAgeDays, usual }: PostDetail): PostCurve {
  const points = readings.flatMap(({ ageDays, reach }) => {
    const rate = reachRate(reach, post.followers);
    return rate === null ? [] : [{ ageDays, rate }];
  });
  return { points: points.toSorted((a, b) => a.ageDays - b.ageDays), finalAgeDays, isFinal: post.isFinal, usual };
}

/** The curve read aloud. */
export function postCurveSummary({ points, finalAgeDays, isFinal, usual }: PostCurve, words: StaffWords): string {
  const { say, write } = words;
  const last = points.at(-1);
  if (last === undefined) return say('charts.curve.nothing');
  const sentences = [say('charts.curve.latest', { days: Math.floor(last.ageDays), value: sayPeopleShort(words, last.rate) })];
  if (usual.low !== null && usual.high !== null) {
    sentences.push(say('charts.curve.usualRange', { low: write.exactPeople(usual.low), high: write.exactPeople(usual.high), posts: usual.posts }));
  }
  if (!isFinal) sentences.push(say('charts.curve.judgedAt', { days: finalAgeDays }));
  return sentences.join(' ');
}
