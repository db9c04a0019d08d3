import type { AnalysisSettings, HolidayPeriod } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useUpdateAnalysis } from './analysis.queries.js';
import { CalendarImport } from './calendar-import.js';
import { HolidayForm } from './holiday-form.js';
import { HolidayList } from './holiday-list.js';

type Holidays = AnalysisSettings['holidays'];

/** School holidays: what is shown is what counts, the default periods of years not told of included. */
export function HolidaysSection({ holidays, mayChange }: { holidays: Holidays; mayChange: boolean }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const update = useUpdateAnalysis();
  const before = holidays.isDefault ? null : holidays.periods;
  const sayDone = (text: string): void => { toast(text, () => { update.mutate({ holidays: before }); }); };
  const change = (wanted: readonly HolidayPeriod[] | null, said: string): void => {
    update.mutate({ holidays: wanted === null ? null : [...wanted] }, { onSuccess: () => { sayDone(said); } });
  };
  const all = [...holidays.periods, ...holidays.filledIn];
  const onRemove = (gone: HolidayPeriod): void => { change(all.filter((period) => period !== gone), t('analysis.holidays.removed', { name: gone.name })); };
  return (
    <section className="section" aria-labelledby="settings-holidays">
      <header>
        <h2 id="settings-holidays">{t('analysis.holidays.title')}</h2>
        <p>{t('analysis.holidays.text')}</p>
        {!mayChange && <p>{t('analysis.readOnly')}</p>}
      </header>
      {update.error !== null && <FormRefusal>{sayProblem(update.error, t)}</FormRefusal>}
      <div className="analysis-columns">
        {mayChange && (
          <div className="analysis-changes">
            <HolidayForm isBusy={update.isPending} onAdd={(period) => { change([...all, period], t('analysis.holidays.added')); }} />
            <CalendarImport onDone={(count) => { sayDone(t('analysis.holidays.imported', { count })); }} />
            {!holidays.isDefault && <div><Button kind="plain" isBusy={update.isPending} onClick={() => { change(null, t('analysis.holidays.wasReset')); }}>{t('analysis.holidays.reset')}</Button></div>}
          </div>
        )}
        <HolidayList own={holidays.isDefault ? [] : holidays.periods} ofPortee={holidays.isDefault ? holidays.periods : holidays.filledIn} isBusy={update.isPending} onRemove={mayChange ? onRemove : null} />
      </div>
    </section>
  );
}
