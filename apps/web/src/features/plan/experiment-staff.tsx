import type { Experiment } from '@portee/shared';
import type { ReactNode } from 'react';
import { DrawnNote } from './experiment-note.js';

/** A staff of more places says no more than its words. */
const MOST_DRAWN = 160;
const [PITCH, HEIGHT] = [24, 64];

/** Every place of an experiment, pair by pair, in the order in which they are filled; where it is wider than the page it goes on below. */
export function ExperimentStaff({ slots, label }: { slots: Experiment['slots']; label: string }): ReactNode {
  if (slots.length > MOST_DRAWN) return null;
  const pairs = [...Map.groupBy(slots, ({ block }) => block)];
  return (
    <div className="experiment-staff" role="img" aria-label={label}>
      {pairs.map(([block, pair]) => (
        <svg key={block} width={PITCH * 2 + 6} height={HEIGHT} aria-hidden="true">
          <path className="experiment-lines" d={[16, 24, 32, 40, 48].map((y) => `M0 ${String(y)}h${String(PITCH * 2 + 6)}`).join('')} />
          {pair.map((slot, place) => <DrawnNote key={slot.position} mark={slot} x={15 + place * PITCH} />)}
        </svg>
      ))}
    </div>
  );
}
