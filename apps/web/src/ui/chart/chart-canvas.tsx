import { Chart, LinearScale, LogarithmicScale, PointElement, ScatterController, Tooltip, type ChartConfiguration } from 'chart.js';
import { useEffect, useRef, type ReactNode } from 'react';
import './chart.css';

Chart.register(LinearScale, LogarithmicScale, PointElement, ScatterController, Tooltip);

interface ChartProps {
  /** Made by a chart definition of @portee/shared: the same one that the PDF draws. */
  configuration: ChartConfiguration<'scatter'>;
  /** The whole chart in sentences, for those who do not see it. */
  label: string;
}

/** The one wrapper around Chart.js. It waits for the page's fonts: a canvas does not redraw itself when they arrive. */
export function ChartCanvas({ configuration, label }: ChartProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let chart: Chart<'scatter'> | null = null;
    let isGone = false;
    void loadFonts().then(() => {
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

function loadFonts(): Promise<unknown> {
  const faces = ['14px "Atkinson Hyperlegible Next"', '650 14px "Atkinson Hyperlegible Next"', '650 14px "Bricolage Grotesque"'];
  // A font that cannot be fetched is replaced by the system's: the chart is still drawn.
  return Promise.allSettled(faces.map((face) => document.fonts.load(face)));
}
