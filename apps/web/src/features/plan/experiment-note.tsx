import type { ReactNode } from 'react';

/** How a slot stands: free, planned, published, or lost. */
export type NoteState = 'free' | 'placed' | 'published' | 'given-up';
export interface NoteMark { arm: 'level' | 'against' | null; state: NoteState }

/** Where heads stand: what is in question above with its stem up, what it is tried against below with its stem down. */
const HEAD_Y = { level: 24, against: 40, unknown: 32 } as const;

/** One post of an experiment on its staff, as an SVG group: told apart by place and shape, not by colour alone. */
export function DrawnNote({ mark: { arm, state }, x }: { mark: NoteMark; x: number }): ReactNode {
  if (state === 'given-up') return <path className="note-lost" d={`M${String(x - 6)} ${String(HEAD_Y[arm ?? 'unknown'])}h12`} />;
  const y = HEAD_Y[arm ?? 'unknown'];
  return (
    <g className="drawn-note" data-arm={arm ?? 'unknown'} data-state={state}>
      {arm !== null && <path d={arm === 'level' ? `M${String(x + 6)} ${String(y - 1)}V2` : `M${String(x - 6)} ${String(y + 1)}V62`} />}
      <ellipse cx={x} cy={y} rx="6.6" ry="4.8" transform={`rotate(-20 ${String(x)} ${String(y)})`} />
    </g>
  );
}

/** The same beside words: in a line of text. */
export function NoteSign({ arm, state = 'placed' }: { arm: 'level' | 'against'; state?: NoteState }): ReactNode {
  return <svg className="note-sign" viewBox={arm === 'level' ? '2 0 20 32' : '2 32 20 32'} aria-hidden="true"><DrawnNote mark={{ arm, state }} x={12} /></svg>;
}
