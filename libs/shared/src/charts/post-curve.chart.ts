import type { Chart, ChartConfiguration, Plugin, Scale } from 'chart.js';
import type { ChartLook } from './chart-look.js';
import { drawHead, drawLine, setLettering, type Pen, type Point } from './pen.js';
import type { PostCurve } from './post-curve.js';
import { sayPeopleShort, type StaffWords } from './staff-words.js';

/** A first reading younger than this, in days, is joined to the moment of publication: later, the way there is not known. */
const JOINED_TO_START = 1.5;

/**
 * How a post grew, for Chart.js: its readings on a line from zero, and from the age at which posts are judged on, the pale
 * band of the channel's usual ones. Needs ScatterController, PointElement and LinearScale; pure drawing, no pointer.
 */
export function postCurveChart(curve: PostCurve, look: ChartLook, words: StaffWords): ChartConfiguration<'scatter'> {
  const lastAge = curve.points.at(-1)?.ageDays ?? 0;
  const rates = [...curve.points.map(({ rate }) => rate), curve.usual.high ?? 0];
  const span = Math.max(curve.finalAgeDays * 1.35, lastAge * 1.12);
  const label = { family: look.textFont, size: look.labelSize };
  return {
    type: 'scatter',
    data: { datasets: [{ data: curve.points.map(({ ageDays, rate }) => ({ x: ageDays, y: rate })) }] },
    options: {
      animation: false, responsive: look.isInteractive, maintainAspectRatio: false, locale: words.write.intlLocale, events: [],
      layout: { padding: { top: look.labelSize, right: look.labelSize * 2.2 } },
      elements: { point: { radius: 0, hoverRadius: 0 } },
      scales: {
        x: {
          type: 'linear', min: 0, max: span, border: { display: false }, grid: { display: false },
          afterBuildTicks: (axis: Scale) => { axis.ticks = [{ value: 0 }, { value: curve.finalAgeDays }]; },
          ticks: {
            autoSkip: false, maxRotation: 0, color: look.quiet, font: label, padding: 6,
            callback: (value) => (Number(value) === 0 ? words.say('charts.curve.published') : words.say('charts.curve.day', { days: curve.finalAgeDays })),
          },
        },
        y: {
          type: 'linear', min: 0, suggestedMax: Math.max(0.01, ...rates) * 1.15, border: { display: false }, grid: { color: look.staff, drawTicks: false },
          ticks: { maxTicksLimit: 5, color: look.quiet, font: label, padding: 10, callback: (value) => words.write.axisPeople(Number(value)) },
        },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [curvePlugin(curve, look, words)],
  };
}

function curvePlugin(curve: PostCurve, look: ChartLook, words: StaffWords): Plugin<'scatter'> {
  return {
    id: 'postCurve',
    beforeDatasetsDraw(chart) {
      const pen: Pen = chart.ctx;
      pen.save();
      drawUsual({ pen, chart, curve, look, words });
      drawCurve({ pen, chart, curve, look, words });
      pen.restore();
    },
  };
}

interface CurveDrawing { pen: Pen; chart: Chart<'scatter'>; curve: PostCurve; look: ChartLook; words: StaffWords }

function drawUsual({ pen, chart, curve: { usual, finalAgeDays }, look, words }: CurveDrawing): void {
  if (usual.low === null || usual.high === null) return;
  const [left, right] = [at(chart, finalAgeDays, 0).x, chart.chartArea.right];
  const [top, bottom] = [at(chart, 0, usual.high).y, at(chart, 0, usual.low).y];
  pen.fillStyle = look.band;
  pen.fillRect(left, top, right - left, bottom - top);
  drawLine(pen, [{ x: left, y: top }, { x: right, y: top }], { color: look.pale, width: 1 });
  drawLine(pen, [{ x: left, y: bottom }, { x: right, y: bottom }], { color: look.pale, width: 1 });
  setLettering(pen, look, { color: look.ink, align: 'right' });
  pen.fillText(words.say('charts.curve.usual'), right, top - look.labelSize * 0.5);
}

function drawCurve({ pen, chart, curve, look, words }: CurveDrawing): void {
  const [first, last] = [curve.points[0], curve.points.at(-1)];
  if (first === undefined || last === undefined) return;
  const read = curve.points.map(({ ageDays, rate }) => at(chart, ageDays, rate));
  drawLine(pen, first.ageDays <= JOINED_TO_START ? [at(chart, 0, 0), ...read] : read, { color: look.accent, width: 2.6 });
  const head = at(chart, last.ageDays, last.rate);
  drawHead(pen, head, { radius: 10, fill: look.paper, stroke: null });
  drawHead(pen, head, { radius: 8, fill: look.accent, stroke: null });
  setLettering(pen, look, { color: look.accentText, strong: true, size: look.labelSize * 1.15, head: true });
  pen.fillText(sayPeopleShort(words, last.rate), head.x + 14, head.y + look.labelSize * 0.4);
}

function at(chart: Chart<'scatter'>, ageDays: number, rate: number): Point {
  return { x: chart.scales['x']?.getPixelForValue(ageDays) ?? 0, y: chart.scales['y']?.getPixelForValue(rate) ?? 0 };
}
