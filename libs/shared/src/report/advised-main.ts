import type { ChannelReport, MonthlyReport } from '../contract/report.contract.js';
import type { ChannelOutlook } from '../contract/recommendation.contract.js';
import { lowered } from '../messages/first-letter.js';
import { adviceWords } from './advice-words.js';
import { nameAmong } from './channel-name.js';
import type { ReportWords } from './report-words.js';
import { sayPlace, timingWords, type NamedOutlook } from './timing-title.js';

type Advised = Pick<MonthlyReport, 'advice' | 'channels' | 'mainChannelId'>;
type MainFigures = NonNullable<NonNullable<MonthlyReport['advice']>['main']>;

/** What is known of the main channel over the window of its advice. */
export interface AdvisedMain { named: NamedOutlook; outlook: ChannelOutlook; figures: MainFigures }

/** Null: the month is older, no channel is main, or it was never advised on. */
export function advisedMain(report: Advised): AdvisedMain | null {
  const figures = report.advice?.main ?? null;
  const outlook = report.advice?.outlooks.find(({ channelId }) => channelId === figures?.channelId);
  return figures === null || outlook === undefined ? null : { named: nameOutlook(outlook, report), outlook, figures };
}

/** An outlook with the name that tells its channel from the others of the report. */
export function nameOutlook(outlook: ChannelOutlook, { channels }: Pick<MonthlyReport, 'channels'>): NamedOutlook {
  const own = channels.find(({ channel }) => channel.id === outlook.channelId);
  return { outlook, name: own === undefined ? outlook.channel : nameAmong(own, channels), isOnlyOfNetwork: isOnlyOfNetwork(outlook, channels) };
}

function isOnlyOfNetwork({ network }: ChannelOutlook, channels: readonly ChannelReport[]): boolean {
  return channels.filter(({ channel }) => channel.network === network).length === 1;
}

/** « sur Instagram », « par la lettre d’information »: inside a sentence. */
export function sayWhere(named: NamedOutlook, { locale }: ReportWords): string {
  return lowered(sayPlace(named, timingWords(locale)));
}

/** On how many posts, over which window, and what cut it or is not told apart: « Facebook, du 15 juin au 23 novembre 2026, 61 publications non sponsorisées. » */
export function sayWindow({ named, figures }: AdvisedMain, posts: number, { say, write, locale }: ReportWords): string {
  const advice = adviceWords(locale);
  const { since, until, cutAt, basis } = figures;
  const isTold = basis === 'organic';
  return [
    say(isTold ? 'board.window.organic' : 'board.window.all', { name: named.name, from: cutAt === null ? write.longDay(since) : say('board.window.cut', { day: write.longDay(since) }), until: write.longDay(until), posts }),
    ...(isTold && !named.outlook.basis.isPaidUnknown ? [] : [advice.say('advice.paidUnknown')]),
  ].join(' ');
}
