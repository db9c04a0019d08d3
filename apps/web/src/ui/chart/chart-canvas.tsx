import { Chart, LinearScale, LogarithmicScale, PointElement, ScatterController, Tooltip, type ChartConfiguration } from 'chart.js';
import { useEffect, useRef, type ReactNode } from 'react';
import { loadChartFonts } from './chart-fonts.js';
import './chart.css';

Chart.register(LinearScale, LogarithmicScale, PointElement, ScatterController, Tooltip);

interface ChartProps {
  /** Made by a chart definition of @portee/shared: the same one that the PDF draws. */
  configuration: ChartConfiguration<'scatter'>;
  /** The whole chart in sentences, for those who do not see it. */
  label: string;
}

/** The one wrapper around Chart.js. */
export function ChartCanvas({ configuration, label }: ChartProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let chart: Chart<'scatter'> | null = null;
    let isGone = false;
    void loadChartFonts().then(() => {
      if (isGone || canvas.current === null) return;
      chart = new Chart(canvas.current, configuration);
      canvas.current.dataset['drawn'] = 'true';
    });
    return () => {
      isGone = true;
      chart?.destroy();
    };
  }, [configuration]);
  return <div className="chart"><canvas ref={canvas} role="img" aria-label={label} /></div>;
}
