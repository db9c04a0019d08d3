import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import type { PlanDesk } from './use-plan-desk.js';
import type { PlanField, PlanText } from './plan-text.js';

/** Somebody else changed the plan meanwhile: in how many parts this person has to choose. */
export function OthersNotice({ conflicts, onSettle }: { conflicts: number; onSettle: () => void }): ReactNode {
  const { t } = useTranslation();
  if (conflicts === 0) return <Notice isLive><p>{t('writtenPlan.theirs.merged')}</p></Notice>;
  return (
    <Notice isLive>
      <p>{t('writtenPlan.theirs.conflict', { count: conflicts })}</p>
      <p><Button onClick={onSettle}>{t('writtenPlan.theirs.keepMine')}</Button></p>
    </Notice>
  );
}

/** What somebody else wrote in a field meanwhile, below one's own. */
export function TheirsBeside({ field, desk }: { field: PlanField; desk: PlanDesk }): ReactNode {
  const { t, write } = useTranslation();
  const theirs = desk.theirsIn(field);
  if (theirs === null) return null;
  const lines = linesOf(field, theirs, (day) => write.longDay(day));
  return (
    <div className="written-theirs">
      <p><b>{t('writtenPlan.theirs.beside')}</b></p>
      {lines.length === 0 ? <p className="quiet">{t('writtenPlan.theirs.nothing')}</p> : lines.map((line, place) => <p key={place}>{line}</p>)}
      <Button onClick={() => { desk.takeTheirs(field); }}>{t('writtenPlan.theirs.take')}</Button>
    </div>
  );
}

function linesOf(field: PlanField, text: PlanText, writeDay: (day: string) => string): string[] {
  const value = text[field];
  const pairs = typeof value === 'string' ? [] : Array.isArray(value) ? value : [{ ...value, first: value.first === '' ? '' : writeDay(value.first) }];
  const plain = typeof value !== 'string' || value === '' ? [] : field === 'revisionDay' ? [writeDay(value)] : value.split('\n');
  return [...plain, ...pairs.map(({ first, second }) => [first, second].filter((part) => part !== '').join(', '))].filter((line) => line.trim() !== '');
}
