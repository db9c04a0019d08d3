import type { ReportCell } from '@portee/shared';
import type { ReactNode } from 'react';

/** A figure with what must be said under it. */
export function FigureCell({ cell: { main, detail } }: { cell: ReportCell }): ReactNode {
  return <span><b className="report-figure">{main}</b>{detail.map((line) => <span key={line} className="report-detail">{line}</span>)}</span>;
}
