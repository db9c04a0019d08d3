import { shorten, type MonthlyReport } from '@portee/shared';
import { printable } from './pdf-text.js';

/** Names stand in sentences, titles and narrow columns: a longer one would fill them. */
const NAME_LENGTH = 60;
const ORGANISATION_LENGTH = 100;

/** The month with every name fit for paper: no sentence made of it grows with what a network lets people type. */
export function namedForPaper(report: MonthlyReport): MonthlyReport {
  const { organisation, channels, advice } = report;
  return {
    ...report,
    organisation: { ...organisation, name: fit(organisation.name, ORGANISATION_LENGTH) },
    channels: channels.map((channel) => ({ ...channel, channel: { ...channel.channel, name: fit(channel.channel.name, NAME_LENGTH) } })),
    advice: advice && { ...advice, outlooks: advice.outlooks.map((outlook) => ({ ...outlook, channel: fit(outlook.channel, NAME_LENGTH) })) },
  };
}

function fit(name: string, most: number): string {
  return shorten(printable(name), most);
}
