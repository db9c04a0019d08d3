import type { report as french } from '../fr/report.js';

export const report: Record<keyof typeof french, string> = {
  'report.documentTitle': 'Report, {month}',
  'report.title': 'The whole month: {month}',
  'report.download': 'Download the PDF',
  'report.print': 'The same content, laid out to be printed or sent to the board.',
  'report.moved': 'What moved',
  'report.noPosts': 'No post of this month can be judged yet.',
  'report.readOn': 'Figures read on {day}',
};
