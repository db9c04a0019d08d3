import type { Interval } from '../charts/interval-geometry.js';
import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import type { MonthlyReport } from '../contract/report.contract.js';
import { inPlanSince, withoutSetAside } from '../plan/settled-decisions.js';
import { adviceWords } from './advice-words.js';
import { nameOutlook } from './advised-main.js';
import { chooseThree, movementOf, type ChosenThing } from './choose-three.js';
import type { ReportWords } from './report-words.js';
import { sayBeside, sayRecommendation, type SaidRecommendation } from './say-recommendation.js';
import { sayUnusual } from './say-trend.js';
import { intervalOf, intervalWords, isSureOf } from './verdict-line.js';

/** A record said for a report: on which channel, how sure, the finding, its text and what stands beside it. */
export interface ReportedThing {
  outlook: ChannelOutlook; record: Recommendation;
  place: string; said: SaidRecommendation;
  /** Since when it is in the plan; null: it is not. */
  planned: string | null;
  beside: string[];
  /** Its likely range, drawn, with its sentence; null where none is said. */
  drawn: { interval: Interval; isSure: boolean; label: string } | null;
}

/** How the main channel's reach moves, then other channels whose reach falls; and what is out of the ordinary. */
export interface ReportTrend { title: string; movements: ReportedThing[]; unusual: string | null }

/** « Ce que nous proposons »: three at most, or one sentence saying why there is nothing. */
export interface ReportProposals { title: string; intro: string; things: ReportedThing[]; help: string | null }

/** Null: nothing is advised with this month, or the main channel counts no people. */
export function reportTrend(report: MonthlyReport, words: ReportWords): ReportTrend | null {
  const outlooks = report.advice?.outlooks ?? [];
  const main = outlooks.find(({ channelId, givesReach }) => channelId === report.mainChannelId && givesReach);
  const moved = movementsOf(outlooks, report.mainChannelId);
  if (main === undefined || moved.length === 0) return null;
  return {
    title: words.say('board.trend.title'), movements: moved.map((thing) => sayThing(thing, report, words)),
    unusual: sayUnusual(main, adviceWords(words.locale)),
  };
}

/** Null: there is no channel to propose anything for. */
export function reportProposals(report: MonthlyReport, words: ReportWords): ReportProposals | null {
  const { say, locale } = words;
  if (report.channels.length === 0) return null;
  const title = say('board.proposals.title');
  if (report.advice === null) return { title, intro: say('board.proposals.older'), things: [], help: null };
  const things = proposedThings(report).map((thing) => sayThing(thing, report, words));
  const hasRange = things.some(({ said }) => said.help !== null);
  return { title, intro: say(things.length > 0 ? 'board.proposals.intro' : report.advice.decided.length > 0 ? 'board.proposals.answered' : 'board.proposals.none'), things, help: hasRange ? adviceWords(locale).say('advice.help') : null };
}

/** Choices a team can make and has not set aside; how reach moves is said by the trend. */
export function proposedThings({ advice, mainChannelId }: Pick<MonthlyReport, 'advice' | 'mainChannelId'>): ChosenThing[] {
  const outlooks = advice?.outlooks ?? [];
  return chooseThree(withoutSetAside(outlooks, advice?.decided ?? []), movementsOf(outlooks, mainChannelId).map(({ record }) => record));
}

/** Of the main channel whatever it is, of the others a fall only. */
function movementsOf(outlooks: readonly ChannelOutlook[], mainChannelId: string | null): ChosenThing[] {
  return outlooks.flatMap((outlook) => {
    const record = outlook.givesReach ? movementOf(outlook) : null;
    return record === null || (outlook.channelId !== mainChannelId && record.verdict !== 'worsening') ? [] : [{ outlook, record }];
  });
}

function sayThing({ outlook, record }: ChosenThing, report: MonthlyReport, { locale, say, write }: ReportWords): ReportedThing {
  const words = adviceWords(locale);
  const said = sayRecommendation(record, outlook, words);
  const since = inPlanSince(record.id, report.advice?.decided ?? []);
  const [interval, isSure] = [said.help === null ? null : intervalOf(record), isSureOf(record)];
  return {
    outlook, record, place: nameOutlook(outlook, report).name, said, planned: since === null ? null : say('board.proposals.planned', { day: write.longDay(since) }), beside: sayBeside(record, outlook, words),
    drawn: interval === null ? null : { interval, isSure, label: intervalWords(interval, words, isSure).label },
  };
}
