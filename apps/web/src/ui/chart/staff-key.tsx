import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';

/** The heads of the staff explained once; the drawing carries everything else on itself. */
export function StaffKey({ hasPaid, hasNotes }: { hasPaid: boolean; hasNotes: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="year-key">
      <li>
        <svg width="30" height="16" aria-hidden="true"><path d="M0 2h30v12H0z" fill="var(--band)" /><path d="M0 8h30" stroke="var(--accent)" strokeWidth="2.2" /><Head x={15} width={7} fill="var(--accent)" /></svg>
        {t('staff.key.month')}
      </li>
      <li><svg width="16" height="16" aria-hidden="true"><Head x={8} width={6.2} fill="var(--pale)" stroke="var(--accent)" /></svg>{t('staff.key.few')}</li>
      {hasNotes && <li><svg width="12" height="16" aria-hidden="true"><Head x={6} width={4.7} fill="var(--outline)" /></svg>{t('staff.key.post')}</li>}
      {hasPaid && <li><svg width="12" height="16" aria-hidden="true"><Head x={6} width={4.3} fill="none" stroke="var(--outline)" /></svg>{t('staff.key.paid')}</li>}
    </ul>
  );
}

function Head({ x, width, fill, stroke }: { x: number; width: number; fill: string; stroke?: string }): ReactNode {
  return <ellipse cx={x} cy="8" rx={width} ry={width * 0.72} transform={`rotate(-20 ${String(x)} 8)`} fill={fill} {...(stroke === undefined ? {} : { stroke, strokeWidth: 1.5 })} />;
}
