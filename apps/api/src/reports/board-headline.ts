import { hundredSvg, peoplePerHundred, printLook, reportHeadline, type MonthlyReport, type ReportWords } from '@portee/shared';

/** The sentence of the month in three pieces, `people` in colour and empty without a figure; its picture; what stands under it. */
export interface BoardHeadline { before: string; people: string; after: string; context: string[]; picture: string; alt: string }

export function boardHeadline(report: MonthlyReport, words: ReportWords): BoardHeadline {
  const { before, people, after, context, rate } = reportHeadline(report, words);
  return { before, people, after, context, ...hundredPicture(rate, words) };
}

/** The hundred people as a picture with its sentence; dashed when there is no figure. */
export function hundredPicture(rate: number | null, { charts }: ReportWords, size: 'large' | 'small' = 'large'): { picture: string; alt: string } {
  const filled = rate === null ? 'not-measurable' : peoplePerHundred(rate).filled;
  const alt = sayHundred(filled, charts.say);
  return { picture: hundredSvg(filled, { reached: printLook.accent, outline: printLook.outline, label: alt }, size), alt };
}

function sayHundred(filled: number | 'not-measurable', say: ReportWords['charts']['say']): string {
  if (filled === 'not-measurable') return say('charts.hundred.notMeasurable');
  if (filled === 0) return say('charts.hundred.none');
  return filled === 100 ? say('charts.hundred.all') : say('charts.hundred', { people: filled });
}
