import { type AgendaEvent, mondayOf, type PlanCalendar, type PlanLeftOut } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { unannounced } from './agenda-unannounced.js';
import type { CalendarDesk } from './calendar-desk.js';
import { useRowFocus } from '../../ui/use-row-focus.js';

/** As many are read; the others are there for whoever asks. */
const AT_ONCE = 4;

interface RemarksProps { desk: CalendarDesk; onBringBack: (leftOut: PlanLeftOut) => void }

/** What may have escaped the team, and what was left out: said, never forbidden. */
export function CalendarRemarks({ desk, onBringBack }: RemarksProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { calendar, today } = desk;
  // What is over cannot be put right.
  const remarks: Remark[] = [
    ...calendar.collisions.filter(({ day }) => day >= mondayOf(today)).map((collision) => ({ key: `${collision.code} ${collision.day} ${collision.entries.join(' ')} ${collision.channelId}`, text: sayCollision(collision, desk, translation), event: null })),
    ...unannounced(desk).map((event) => ({ key: `agenda ${event.key}`, text: t('agenda.remark', { title: event.title, day: translation.write.weekday(event.day) }), event })),
  ];
  const leftOut = calendar.leftOut.filter(({ day }) => day >= mondayOf(today));
  const { box, listeners } = useRowFocus<HTMLDivElement>(leftOut.map(nameOf));
  if (remarks.length + leftOut.length === 0) return null;
  return (
    <div ref={box} {...listeners} className="calendar-remarks">
      <ul aria-label={t('calendar.remarks')}>
        {remarks.slice(0, AT_ONCE).map((remark) => <RemarkLine key={remark.key} remark={remark} desk={desk} />)}
        {leftOut.map((one) => <LeftOut key={nameOf(one)} leftOut={one} onBringBack={desk.may.plan ? onBringBack : null} isBusy={desk.undoing.isBusy} />)}
      </ul>
      {remarks.length > AT_ONCE && (
        <details>
          <summary>{t('calendar.remarks.more', { count: remarks.length - AT_ONCE })}</summary>
          <ul>{remarks.slice(AT_ONCE).map((remark) => <RemarkLine key={remark.key} remark={remark} desk={desk} />)}</ul>
        </details>
      )}
    </div>
  );
}

/** `event`: for which nothing is planned. */
interface Remark { key: string; text: string; event: AgendaEvent | null }

function RemarkLine({ remark: { text, event }, desk }: { remark: Remark; desk: CalendarDesk }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      {text}
      {event !== null && desk.may.plan && <Button kind="plain" aria-label={t('agenda.remark.planOf', { title: event.title })} onClick={() => { desk.onTurn({ what: 'new-post', instead: null, event }); }}>{t('agenda.remark.plan')}</Button>}
    </li>
  );
}

function nameOf({ appointmentId, day }: PlanLeftOut): string {
  return `${appointmentId} ${day}`;
}

function LeftOut({ leftOut, onBringBack, isBusy }: { leftOut: PlanLeftOut; onBringBack: ((leftOut: PlanLeftOut) => void) | null; isBusy: boolean }): ReactNode {
  const { t, write } = useTranslation();
  const values = { title: leftOut.title, day: write.weekday(leftOut.day) };
  return (
    <li data-row>
      {t(`calendar.leftOut.${leftOut.reason}`, values)}
      {onBringBack !== null && <Button kind="plain" isBusy={isBusy} aria-label={t('calendar.bringBackOf', values)} onClick={() => { onBringBack(leftOut); }}>{t('calendar.bringBack')}</Button>}
    </li>
  );
}

/** « Deux publications à moins de deux heures sur Facebook, jeudi 26 novembre. » */
function sayCollision({ code, channelId, day, entries }: PlanCalendar['collisions'][number], { calendar, channelName }: CalendarDesk, { t, write }: Translation): string {
  const channel = channelName(channelId);
  if (code === 'close-together') return t('calendar.collision.close', { channel, day: write.weekday(day) });
  if (code === 'quiet-week') return t('calendar.collision.quiet', { channel, day: write.shortDay(day) });
  return t('calendar.collision.holiday', { title: calendar.entries.find(({ key }) => key === entries[0])?.title ?? channel, day: write.weekday(day) });
}
