import type { MonthlyReport } from '../contract/report.contract.js';
import { meaningOf } from '../glossary/words.js';
import { localDay } from '../time/zone.js';
import type { ReportWords } from './report-words.js';

const explained = ['reach', 'typical', 'perHundred', 'range', 'settled', 'paid', 'ratio', 'dash'] as const;

/** Every word of the report that a lay reader may not know, with its meaning. */
export function glossaryOf({ locale }: ReportWords): { term: string; meaning: string }[] {
  return explained.map((word) => meaningOf(word, locale));
}

/** « 9 novembre 2026 »: the day of the latest reading, in the organisation's time zone; null when nothing was read. */
export function readingDay({ figuresAt, organisation }: MonthlyReport, { write }: ReportWords): string | null {
  return figuresAt === null ? null : write.longDay(localDay(new Date(figuresAt), organisation.timeZone));
}

/** Where the figures come from, one sentence after the other; the last says when all of it is invented. */
export function sourceOf(report: MonthlyReport, words: ReportWords): string[] {
  const { say, write } = words;
  const day = readingDay(report, words);
  const networks = [...new Set(report.channels.map(({ networkLabel }) => networkLabel))];
  const { timeZone, isDemonstration } = report.organisation;
  return [
    day === null || networks.length === 0 ? say('board.source.none') : say('board.source.text', { day, networks: write.list(networks), timeZone }),
    ...(isDemonstration ? [say('board.source.fictitious')] : []),
  ];
}
