import {
  printLook, staffChart, staffRemarks, staffSubtitle, staffSummary, staffTitle, toStaffInput, type ChannelReport, type MonthlyReport, type ReportWords, type StaffInput,
} from '@portee/shared';
import { type ChartSize, drawChart } from './draw-chart.js';

/** Twelve months of the main channel: the finding, how to read it, the drawing and its sentence, the remarks. */
export interface BoardStaff { title: string; subtitle: string; picture: string; alt: string; remarks: string[]; heightToWidth: number }

/** As wide as the text on A4, in pixels of 0.75 pt. */
const SIZE = { width: 658, height: 300 };
/** A phone's. */
const NARROW = { width: 328, height: 300 };

export function boardStaff(main: ChannelReport, { notes, month }: MonthlyReport, { charts }: ReportWords): BoardStaff {
  const input = toStaffInput(main, notes, month);
  return {
    title: staffTitle(input, charts), subtitle: staffSubtitle(input, charts),
    picture: drawStaff(input, charts, SIZE),
    alt: staffSummary(input, charts), remarks: staffRemarks(input, charts), heightToWidth: SIZE.height / SIZE.width,
  };
}

/** The same drawing for a width where this one could not be read. */
export function narrowStaff(main: ChannelReport, { notes, month }: MonthlyReport, { charts }: ReportWords): string {
  return drawStaff(toStaffInput(main, notes, month), charts, NARROW);
}

function drawStaff(input: StaffInput, words: ReportWords['charts'], size: ChartSize): string {
  return drawChart(staffChart(input, printLook, words), size);
}
