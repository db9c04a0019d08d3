import {
  certaintySvg, formatColumns, intervalLineSvg, printLook, reportFormats, reportMoments, reportProposals, reportTrend, shorten,
  type MonthlyReport, type ReportCell, type ReportedThing, type ReportFormats, type ReportMoments, type ReportWords,
} from '@portee/shared';
import { paperText } from './pdf-text.js';

/** Beside what is said of it stands its channel's name, in a narrow column. */
const PLACE_LENGTH = 40;

/** A drawing and its sentence. */
interface Drawn { picture: string; alt: string }

export interface BoardFormats { title: string; lead: string; window: string; columns: string[]; rows: { name: string; posts: string; cells: ReportCell[]; rate: string }[]; note: string }
export interface BoardMoments {
  title: string; lead: string; window: string; days: string | null;
  columns: ReportMoments['columns']; isCompared: boolean;
  rows: { name: string; hours: string; reach: ReportCell; state: string | null; detail: string | null; isSure: boolean; drawn: Drawn | null }[];
}
/** `sign` is decoration: `state` says the same. */
export interface BoardThing { sign: { picture: string }; state: string; place: string; title: string; text: string; beside: string[]; drawn: Drawn | null }
export interface BoardTrend { title: string; things: BoardThing[]; unusual: string | null }
export interface BoardProposals { title: string; intro: string; things: BoardThing[]; help: string | null }

/** What is passed on, when we are seen, how reach moves, what we propose. Each is null where nothing can be said of it. */
export interface BoardAdvice { formats: BoardFormats | null; moments: BoardMoments | null; trend: BoardTrend | null; proposals: BoardProposals | null }

export function boardAdvice(report: MonthlyReport, words: ReportWords): BoardAdvice {
  const [formats, moments, trend, proposals] = [reportFormats(report, words), reportMoments(report, words), reportTrend(report, words), reportProposals(report, words)];
  return {
    formats: formats === null ? null : toFormats(formats), moments: moments === null ? null : toMoments(moments),
    trend: trend === null ? null : { title: trend.title, things: trend.movements.map(toThing), unusual: trend.unusual },
    proposals: proposals === null ? null : { ...proposals, things: proposals.things.map(toThing) },
  };
}

function toFormats({ title, lead, window, columns, rows, note }: ReportFormats): BoardFormats {
  return {
    title, lead: paperText(lead), window: paperText(window), columns: formatColumns.map((column) => columns[column]), note,
    rows: rows.map(({ name, posts, reach, sharing, rate }) => ({ name, posts, cells: [reach, sharing], rate })),
  };
}

function toMoments({ title, lead, window, days, columns, isCompared, rows, span }: ReportMoments): BoardMoments {
  return {
    title, lead: paperText(lead), window: paperText(window), days, columns, isCompared,
    rows: rows.map(({ name, hours, reach, verdict, drawn }) => ({
      name, hours, reach, state: verdict?.state ?? null, detail: verdict?.detail ?? null, isSure: verdict?.isSure ?? false,
      drawn: drawn === null ? null : toDrawn({ ...drawn, isSure: verdict?.isSure ?? false }, span),
    })),
  };
}

function toThing({ place, said, planned, beside, drawn }: ReportedThing): BoardThing {
  return {
    sign: { picture: certaintySvg(said.mark, printLook) }, state: said.state, place: paperText(shorten(place, PLACE_LENGTH)),
    title: paperText(said.title), text: paperText(said.text), beside: [...(planned === null ? [] : [planned]), ...beside].map(paperText), drawn: drawn === null ? null : toDrawn(drawn),
  };
}

function toDrawn({ interval, isSure, label }: NonNullable<ReportedThing['drawn']>, span?: number): Drawn {
  return { picture: intervalLineSvg(interval, { label, look: printLook, isSure, ...(span === undefined ? {} : { span }) }), alt: label };
}
