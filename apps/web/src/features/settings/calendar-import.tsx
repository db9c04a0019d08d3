import { useId, type ChangeEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useImportCalendar } from './analysis.queries.js';

/** A calendar of school holidays as a file. @param onDone  how many periods it held */
export function CalendarImport({ onDone }: { onDone: (count: number) => void }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const importing = useImportCalendar();
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = Array.from(currentTarget.files ?? []);
    // Emptied, so that the same file, put right, can be chosen again.
    currentTarget.value = '';
    if (file !== undefined && !importing.isPending) importing.mutate(file, { onSuccess: ({ holidays }) => { onDone(holidays.periods.length); } });
  };
  return (
    <div className="calendar-import">
      {importing.error !== null && <FormRefusal>{sayProblem(importing.error, t)}</FormRefusal>}
      <input id={id} type="file" accept=".ics,text/calendar" aria-describedby={`${id}-hint`} onChange={onChange} />
      <label className="button" htmlFor={id}>{t('analysis.holidays.import')}</label>
      <p className="small quiet" id={`${id}-hint`}>{t('analysis.holidays.import.hint')}</p>
    </div>
  );
}
