import type { HolidayPeriod } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { ShowMore } from '../../ui/show-more.js';

const AT_ONCE = 12;

interface HolidayListProps {
  own: readonly HolidayPeriod[];
  /** Portée's own, where the organisation says nothing. */
  ofPortee: readonly HolidayPeriod[];
  isBusy: boolean;
  /** Null: this person may not. */
  onRemove: ((period: HolidayPeriod) => void) | null;
}

/** Every period that counts, the latest first. */
export function HolidayList({ own, ofPortee, isBusy, onRemove }: HolidayListProps): ReactNode {
  const [shown, setShown] = useState(AT_ONCE);
  const all = [...own, ...ofPortee].toSorted((a, b) => b.from.localeCompare(a.from) || b.to.localeCompare(a.to));
  return (
    <div>
      <ul className="holiday-list">
        {all.slice(0, shown).map((period) => (
          <Holiday key={`${period.from} ${period.to} ${period.name}`} period={period} isOfPortee={ofPortee.includes(period)} isBusy={isBusy} onRemove={onRemove} />
        ))}
      </ul>
      {all.length > AT_ONCE && <ShowMore shown={Math.min(shown, all.length)} total={all.length} isBusy={false} onMore={() => { setShown(shown + AT_ONCE); }} />}
    </div>
  );
}

interface HolidayProps extends Pick<HolidayListProps, 'isBusy' | 'onRemove'> {
  period: HolidayPeriod;
  isOfPortee: boolean;
}

function Holiday({ period, isOfPortee, isBusy, onRemove }: HolidayProps): ReactNode {
  const { t, write } = useTranslation();
  const days = { from: write.longDay(period.from), to: write.longDay(period.to) };
  return (
    <li>
      <span>
        <b>{period.name}</b>
        <small>{period.from === period.to ? t('analysis.holidays.oneDay', days) : t('analysis.holidays.days', days)}</small>
        {isOfPortee && <small>{t('analysis.holidays.ofPortee')}</small>}
      </span>
      {onRemove !== null && <Button kind="plain" aria-label={t('analysis.holidays.removeOf', { name: period.name, ...days })} isBusy={isBusy} onClick={() => { onRemove(period); }}>{t('analysis.holidays.remove')}</Button>}
    </li>
  );
}
