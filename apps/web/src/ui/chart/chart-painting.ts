import { Chart, type ChartConfiguration } from 'chart.js';
import { INNER, SCALE, sheet, type Painting } from './picture.js';

const HEIGHT = 400;

/** A chart, drawn by its library on a canvas of its own. */
export function chartPainting(configuration: ChartConfiguration<'scatter'>): Painting {
  return {
    height: HEIGHT,
    paint: (context) => {
      const { canvas } = sheet();
      canvas.width = INNER;
      canvas.height = HEIGHT;
      const chart = new Chart(canvas, { ...configuration, options: { ...configuration.options, devicePixelRatio: SCALE } });
      context.drawImage(chart.canvas, 0, 0, INNER, HEIGHT);
      chart.destroy();
    },
  };
}
