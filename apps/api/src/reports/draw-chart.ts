import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import { Chart, type ChartItem, LinearScale, LogarithmicScale, PointElement, ScatterController, type ChartConfiguration } from 'chart.js';
import { chartFontPaths } from './report-fonts.js';

let isReady = false;

/** Size of a drawing in pixels; on paper a pixel is 0.75 pt. */
export interface ChartSize { width: number; height: number }

/**
 * A chart of libs/shared as one SVG document with a view box. Letters become outlines: they look the same whatever reads
 * the file, and the chart's sentence stands beside it for those who cannot see it.
 */
export function drawChart(configuration: ChartConfiguration<'scatter'>, { width, height }: ChartSize): string {
  prepare();
  const canvas = createCanvas(width, height, SvgExportFlag.ConvertTextToPaths);
  // Chart.js sizes a canvas from its style, which this one has not; its types know the browser's canvases only.
  const item: unknown = Object.assign(canvas, { style: {} });
  // No update() afterwards: an SVG canvas cannot be wiped, so a second pass would be drawn over the first.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it answers to the calls that Chart.js makes; a test looks at the drawing
  const chart = new Chart(item as ChartItem, { ...configuration, options: { ...configuration.options, devicePixelRatio: 1 } });
  const svg = canvas.getContent().toString('utf8');
  chart.destroy();
  return svg.replace('<svg ', `<svg viewBox="0 0 ${width} ${height}" `);
}

function prepare(): void {
  if (isReady) return;
  chartFontPaths().forEach((path) => GlobalFonts.registerFromPath(path));
  Chart.register(ScatterController, PointElement, LinearScale, LogarithmicScale);
  isReady = true;
}
