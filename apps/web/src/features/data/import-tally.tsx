import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';

export interface TallyLine { count: number; text: string }

/** Counts in a column, each with what it counts. Lines that count nothing are left out. */
export function ImportTally({ lines }: { lines: readonly TallyLine[] }): ReactNode {
  const { write } = useTranslation();
  return (
    <ul className="import-tally">
      {lines.filter(({ count }) => count > 0).map(({ count, text }) => <li key={text}><b>{write.number(count)}</b> <span>{text}</span></li>)}
    </ul>
  );
}
