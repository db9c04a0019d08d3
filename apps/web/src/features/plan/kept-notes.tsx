import type { KeptAppointment } from '@portee/shared';
import type { ReactNode } from 'react';

type KeptDate = KeptAppointment['dates'][number];

const STEP = 18;
const HEIGHT = 24;

/** One note for each date of an appointment, on its staff: full where it was kept, pale where that is likely, a rest where it was missed. For the eye only: the words beside it say it. */
export function KeptNotes({ dates }: { dates: readonly KeptDate[] }): ReactNode {
  if (dates.length === 0) return null;
  const width = dates.length * STEP;
  return (
    <svg className="kept-notes" viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`} width={width} height={HEIGHT} aria-hidden="true">
      <path className="kept-staff" d={[4, 12, 20].map((y) => `M0 ${String(y)}h${String(width)}`).join('')} />
      {dates.map((date, index) => <Note key={`${date.day} ${String(index)}`} x={(index + 0.5) * STEP} date={date} />)}
    </svg>
  );
}

function Note({ x, date: { state, how } }: { x: number; date: KeptDate }): ReactNode {
  if (state === 'missed') return <rect className="kept-rest" x={x - 5} y="12" width="10" height="4" />;
  const sign = state === 'awaited' ? 'unknown' : how === 'likely' ? 'likely' : 'sure';
  return <ellipse className="kept-head" data-sign={sign} cx={x} cy="12" rx="5.6" ry="4" transform={`rotate(-20 ${String(x)} 12)`} />;
}
