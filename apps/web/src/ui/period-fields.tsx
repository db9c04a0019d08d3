import type { ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { TextField } from './field.js';
import { useWritten } from './use-written.js';

interface Period { from: string; to: string }

/** Two days, each may be left out. A date being written is not yet a choice: only a whole one, in the right order, is handed on. */
export function PeriodFields({ from, to, onChoose }: Period & { onChoose: (chosen: Period) => void }): ReactNode {
  const { t } = useTranslation();
  const [written, setWritten] = useWritten(`${from} ${to}`, { from, to });
  const isReversed = written.from !== '' && written.to !== '' && written.from > written.to;
  const write = (changed: Partial<Period>): void => {
    const next = { ...written, ...changed };
    setWritten(next);
    if (next.from === '' || next.to === '' || next.from <= next.to) onChoose(next);
  };
  return (
    <>
      <TextField label={t('period.from')} type="date" value={written.from} onChange={(event) => { write({ from: event.target.value }); }} />
      <TextField label={t('period.to')} type="date" value={written.to} onChange={(event) => { write({ to: event.target.value }); }} refusal={isReversed ? t('period.reversed') : undefined} />
    </>
  );
}
