import type { MonthlyReport } from '@portee/shared';

/** A report that tells nothing of a channel any more: its figures, its posts, and what was advised and answered of it. The others’ figures stand as they did. */
export function withoutChannel(report: MonthlyReport, channelId: string): MonthlyReport {
  const isOther = (one: { channelId: string | null }): boolean => one.channelId !== channelId;
  const { advice } = report;
  const gone = new Set(advice?.outlooks.filter((one) => !isOther(one)).flatMap(({ records }) => records.map(({ id }) => id)));
  const main = report.mainChannelId === channelId ? { mainChannelId: null, notes: [], year: null } : {};
  const channels = report.channels
    .filter(({ channel }) => channel.id !== channelId)
    .map((one) => (one.channel.parentChannelId === channelId ? { ...one, channel: { ...one.channel, parentChannelId: null } } : one));
  return {
    ...report, ...main, channels,
    best: report.best.filter(isOther), least: report.least.filter(isOther),
    advice: advice && { outlooks: advice.outlooks.filter(isOther), main: advice.main?.channelId === channelId ? null : advice.main, decided: advice.decided.filter(({ recommendationId }) => !gone.has(recommendationId)) },
  };
}
