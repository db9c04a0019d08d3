import { addDays, addMonths, monthOf } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/field.js';
import { isWithin, monthOfSpan, SPAN_DAYS, spanOfMonth } from './calendar-span.js';
import { useCalendarPlace } from './use-calendar-place.js';

/** Months to go to, before and after the one that is shown. */
const MONTHS_AROUND = 12;

/** ‹ 16 novembre – 13 décembre › : by four weeks, to a month, back to today. */
export function CalendarTools(): ReactNode {
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  const { span, show } = useCalendarPlace();
  const month = monthOfSpan(span);
  const months = Array.from({ length: MONTHS_AROUND * 2 + 1 }, (_, place) => addMonths(month, place - MONTHS_AROUND));
  return (
    <div className="calendar-tools no-print">
      <div className="calendar-steps" role="group" aria-label={t('calendar.span')}>
        <button type="button" aria-label={t('calendar.before')} onClick={() => { show(addDays(span.from, -SPAN_DAYS)); }}><span aria-hidden="true">‹</span></button>
        <b aria-live="polite">{t('calendar.fromTo', { from: write.shortDay(span.from), to: monthOf(span.to).startsWith(today.slice(0, 4)) ? write.shortDay(span.to) : write.longDay(span.to) })}</b>
        <button type="button" aria-label={t('calendar.after')} onClick={() => { show(addDays(span.from, SPAN_DAYS)); }}><span aria-hidden="true">›</span></button>
      </div>
      <Select
        label={t('calendar.month')} value={month} choices={months.map((value) => ({ value, label: write.monthAndYear(value) }))}
        onChange={({ target }) => { show(spanOfMonth(target.value).from); }}
      />
      {!isWithin(today, span) && <Button kind="plain" onClick={() => { show(null); }}>{t('calendar.backToToday')}</Button>}
    </div>
  );
}
