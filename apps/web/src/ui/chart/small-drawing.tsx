import type { Drawing, Mark } from '@portee/shared';
import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import './small-drawing.css';

interface SmallDrawingProps {
  /** Lays the drawing out for a width in pixels. */
  draw: (width: number) => Drawing;
  /** The whole of it in sentences, for those who do not see it. */
  label: string;
}

/** A small drawing of @portee/shared in the colours of the page: laid out anew at each width, so that its labels keep their size. */
export function SmallDrawing({ draw, label }: SmallDrawingProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const hatching = useId();
  return <div ref={frame} className="small-drawing">{width > 0 && <Picture drawing={draw(width)} hatching={hatching} label={label} />}</div>;
}

function useWidth(frame: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = (): void => { setWidth(Math.floor(element.clientWidth)); };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, [frame]);
  return width;
}

function Picture({ drawing: { width, height, marks }, hatching, label }: { drawing: Drawing; hatching: string; label: string }): ReactNode {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={label}>
      <defs><pattern id={hatching} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" className="hatch" /></pattern></defs>
      {marks.map((mark, place) => <MarkShape key={place} mark={mark} hatching={hatching} />)}
    </svg>
  );
}

function MarkShape({ mark, hatching }: { mark: Mark; hatching: string }): ReactNode {
  switch (mark.kind) {
    case 'line': return <polyline data-mark={mark.role} points={pointsOf(mark.points)} />;
    case 'area': return <polygon data-mark={mark.role} points={pointsOf(mark.points)} />;
    case 'box': return <rect data-mark={mark.role} x={mark.at.x} y={mark.at.y} width={mark.width} height={mark.height} {...(mark.role === 'not-measured' ? { fill: `url(#${hatching})` } : {})} />;
    case 'head': return <ellipse data-mark={mark.role} cx={mark.at.x} cy={mark.at.y} rx={mark.radius} ry={mark.radius * 0.72} transform={`rotate(-20 ${place(mark.at)})`} />;
    case 'text': return (
      <text data-mark={mark.role} x={mark.at.x} y={mark.at.y} textAnchor={mark.anchor} {...(mark.isTurned === true ? { transform: `rotate(-90 ${place(mark.at)})` } : {})}>{mark.text}</text>
    );
  }
}

function pointsOf(points: readonly { x: number; y: number }[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

function place({ x, y }: { x: number; y: number }): string {
  return `${String(x)} ${String(y)}`;
}
