import type { ChannelReport, MonthlyReport } from '../contract/report.contract.js';
import { headlineNotes, headlineWords, type HeadlineWords } from '../messages/sentences/headline.js';
import type { ReportWords } from './report-words.js';

/** The sentence of the month, cut around its people; the rate that its picture fills (null: nothing to fill); what must be known to read it. */
export interface ReportHeadline extends HeadlineWords { rate: number | null; context: string[] }

/** The channel that the report speaks of first; null when none is measurable. */
export function mainChannelOf({ channels, mainChannelId }: Pick<MonthlyReport, 'channels' | 'mainChannelId'>): ChannelReport | null {
  return channels.find(({ channel }) => channel.id === mainChannelId) ?? null;
}

/** An only channel speaks even without a figure: it says why it has none. */
export function reportHeadline(report: Pick<MonthlyReport, 'channels' | 'mainChannelId'>, { say, t }: ReportWords): ReportHeadline {
  const [first, ...others] = report.channels;
  const spoken = mainChannelOf(report) ?? (others.length === 0 ? first : undefined);
  if (spoken === undefined) return { before: say('board.headline.none'), people: '', after: '', rate: null, context: [say('board.reason.no-channel')] };
  return {
    ...headlineWords(spoken.headline, t), rate: spoken.headline.figure.median,
    context: [say('board.context.main', { network: spoken.networkLabel }), ...headlineNotes(spoken, t)],
  };
}
