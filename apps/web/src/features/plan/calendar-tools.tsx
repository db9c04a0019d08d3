import { addMonths, monthOf } from '@portee/shared';
import type { ReactNode } from 'react';
import { useAgenda } from '../../api/agenda.queries.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/field.js';
import { isWithin, mondayOfMonth, monthOfSpan } from './calendar-span.js';
import { calendarViews, useCalendarPlace } from './use-calendar-place.js';
import { useIsPhone } from './use-is-phone.js';

/** Months to go to, before and after the one that is shown. */
const MONTHS_AROUND = 12;

/** ‹ 16 novembre – 13 décembre › : by four weeks or one, to a month, back to today; and how the calendar is shown. */
export function CalendarTools(): ReactNode {
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  const { span, view, show, step } = useCalendarPlace();
  const month = monthOfSpan(span);
  const months = Array.from({ length: MONTHS_AROUND * 2 + 1 }, (_, place) => addMonths(month, place - MONTHS_AROUND));
  return (
    <div className="calendar-tools no-print">
      <div className="calendar-steps" role="group" aria-label={t('calendar.span')}>
        <button type="button" aria-label={t(view === 'week' ? 'calendar.before.week' : 'calendar.before')} onClick={() => { step(-1); }}><span aria-hidden="true">‹</span></button>
        <b aria-live="polite">{t('calendar.fromTo', { from: write.shortDay(span.from), to: monthOf(span.to).startsWith(today.slice(0, 4)) ? write.shortDay(span.to) : write.longDay(span.to) })}</b>
        <button type="button" aria-label={t(view === 'week' ? 'calendar.after.week' : 'calendar.after')} onClick={() => { step(1); }}><span aria-hidden="true">›</span></button>
      </div>
      <Select
        label={t('calendar.month')} value={month} choices={months.map((value) => ({ value, label: write.monthAndYear(value) }))}
        onChange={({ target }) => { show(mondayOfMonth(target.value)); }}
      />
      {!isWithin(today, span) && <Button kind="plain" onClick={() => { show(null); }}>{t('calendar.backToToday')}</Button>}
      <AgendaFilter />
      <Views />
    </div>
  );
}

/** Four weeks, one, or a list; a phone has room for a list alone. */
function Views(): ReactNode {
  const { t } = useTranslation();
  const { view, showAs } = useCalendarPlace();
  const isPhone = useIsPhone();
  const views = isPhone ? calendarViews.filter((one) => one !== 'list') : calendarViews;
  const shown = isPhone && view === 'list' ? 'weeks' : view;
  return (
    <div className="calendar-views" role="group" aria-label={t('calendar.view')}>
      {views.map((one) => <button key={one} type="button" aria-pressed={one === shown} onClick={() => { showAs(one); }}>{t(`calendar.view.${one}`)}</button>)}
    </div>
  );
}

/** Nothing to leave out where there is no agenda. */
function AgendaFilter(): ReactNode {
  const { t } = useTranslation();
  const { data } = useAgenda();
  const { hidesAgenda, showAgenda } = useCalendarPlace();
  return data && (
    <label className="agenda-filter"><input type="checkbox" checked={!hidesAgenda} onChange={({ target }) => { showAgenda(target.checked); }} />{t('agenda.show')}</label>
  );
}
