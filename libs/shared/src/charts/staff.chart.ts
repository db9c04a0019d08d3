import type { Chart, ChartConfiguration, Plugin, Scale, TooltipItem } from 'chart.js';
import type { ChartLook } from './chart-look.js';
import type { StaffWords } from './staff-words.js';
import { drawMusic, measuredRuns, type StaffDrawing } from './staff-drawing.js';
import type { StaffInput } from './staff-input.js';
import { drawEnd, drawGaps, drawSeams } from './staff-labels.js';
import { staffScale, type StaffScale } from './staff-scale.js';
import { tipOfNote, tipOfPart } from './staff-tips.js';

/** Under this width in pixels months are letters, marks smaller, and the value stands alone. */
const NARROW = 560;
/** Room kept for the arrow of a post that lies beyond the picture. */
const EDGE = 11;

/**
 * Twelve months of a channel on a staff, for Chart.js: a logarithmic axis whose five lines double upwards, a note for each
 * post, the usual of each month as a large head. Whoever draws it registers ScatterController, PointElement, LinearScale,
 * LogarithmicScale and, where there is a pointer, Tooltip. Everything is laid out anew at each width.
 */
export function staffChart(input: StaffInput, look: ChartLook, words: StaffWords): ChartConfiguration<'scatter'> {
  const scale = staffScale(input);
  const heads = measuredRuns(input.parts).flat();
  return {
    type: 'scatter',
    data: {
      datasets: [
        { data: input.notes.map(({ place, rate }) => ({ x: place, y: rate })) },
        { data: heads.map(({ start, end, usual }) => ({ x: (start + end) / 2, y: usual.median })) },
      ],
    },
    options: {
      animation: false, responsive: look.isInteractive, maintainAspectRatio: false, locale: words.write.intlLocale,
      events: look.isInteractive ? ['mousemove', 'mouseout', 'touchstart', 'touchmove'] : [],
      layout: { padding: ({ chart }) => paddingOf(chart, input, look) },
      // The marks are drawn by our own plugin: Chart.js keeps the places under the pointer.
      elements: { point: { radius: 0, hoverRadius: 0, hitRadius: 7 } },
      scales: { x: monthAxis(input, look, words), y: rateAxis(scale, look, words) },
      plugins: {
        legend: { display: false },
        tooltip: {
          enabled: look.isInteractive, displayColors: false, backgroundColor: look.ink, bodyColor: look.paper,
          bodyFont: { family: look.textFont, size: look.labelSize }, padding: 10, cornerRadius: 3,
          callbacks: { title: () => '', label: (item: TooltipItem<'scatter'>) => tip(item, { input, words, heads }) },
        },
      },
    },
    plugins: [staffPlugin({ input, scale, look, words })],
  };
}

function paddingOf(chart: Chart, input: StaffInput, look: ChartLook): { top: number; right: number; bottom: number; left: number } {
  const isNarrow = chart.width < NARROW;
  const levels = Math.min(2, input.seams.length);
  return { top: 6 + levels * look.labelSize * 1.5, right: isNarrow ? 26 : look.labelSize * 7.6, bottom: 0, left: 0 };
}

function monthAxis({ months }: StaffInput, look: ChartLook, words: StaffWords): object {
  const isLast = (index: number): boolean => index === months.length - 1;
  return {
    type: 'linear', min: 0, max: months.length, border: { display: false }, grid: { display: false },
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = months.map((_, index) => ({ value: index + 0.5 }));
    },
    ticks: {
      autoSkip: false, maxRotation: 0, minRotation: 0, padding: 6,
      color: ({ index }: { index: number }) => (isLast(index) ? look.ink : look.quiet),
      font: ({ index }: { index: number }) => ({ family: look.textFont, size: look.labelSize, weight: isLast(index) ? look.strongWeight : 400 }),
      callback(this: Scale, _value: unknown, index: number) {
        const month = months[index] ?? '';
        if (this.chart.width < NARROW) return words.write.monthLetter(month);
        return index === 0 || month.endsWith('-01') ? [words.write.shortMonth(month), month.slice(0, 4)] : [words.write.shortMonth(month)];
      },
    },
  };
}

function rateAxis({ lines, lowest, highest }: StaffScale, look: ChartLook, words: StaffWords): object {
  return {
    type: 'logarithmic', min: lowest, max: highest, border: { display: false },
    grid: { color: look.staff, lineWidth: 1, drawTicks: false },
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = lines.map((value) => ({ value }));
    },
    ticks: {
      autoSkip: false, padding: 10,
      color: ({ index }: { index: number }) => (index === 2 ? look.ink : look.quiet),
      font: ({ index }: { index: number }) => ({ family: look.textFont, size: look.labelSize, weight: index === 2 ? look.strongWeight : 400 }),
      callback: (value: number | string) => words.write.axisPeople(Number(value)),
    },
  };
}

function staffPlugin(parts: Omit<StaffDrawing, 'pen' | 'place'>): Plugin<'scatter'> {
  return {
    id: 'staff',
    beforeDatasetsDraw(chart) {
      const drawing = { ...parts, pen: chart.ctx, place: placeOn(chart, parts.scale) };
      chart.ctx.save();
      drawGaps(drawing);
      drawSeams(drawing);
      drawMusic(drawing);
      drawEnd(drawing);
      chart.ctx.restore();
    },
  };
}

function placeOn(chart: Chart<'scatter'>, { lowest, highest }: StaffScale): StaffDrawing['place'] {
  const { left, right, top, bottom } = chart.chartArea;
  const yOf = (rate: number): number => bottom - ((bottom - top) * Math.log(rate / lowest)) / Math.log(highest / lowest);
  return {
    left, right, top, bottom,
    x: (months) => left + ((right - left) * months) / 12,
    y: (rate) => Math.min(bottom - EDGE, Math.max(top + EDGE, yOf(Math.min(highest, Math.max(lowest, rate))))),
    isNarrow: chart.width < NARROW,
  };
}

interface TipSource { input: StaffInput; words: StaffWords; heads: ReturnType<typeof measuredRuns>[number] }

function tip({ datasetIndex, dataIndex }: TooltipItem<'scatter'>, { input, words, heads }: TipSource): string[] {
  const [note, part] = [input.notes[dataIndex], heads[dataIndex]];
  if (datasetIndex === 0) return note === undefined ? [] : tipOfNote(note, words);
  return part === undefined ? [] : tipOfPart(part, words);
}
