import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Field, TextField } from '../../ui/field.js';
import { TheirsBeside } from './others-notice.js';
import { isFilled, type TextPair } from './plan-text.js';
import { Starters } from './starters.js';
import type { PlanDesk } from './use-plan-desk.js';

interface PairsPartProps {
  field: 'publics' | 'duties';
  longest: { first: number; second: number };
  most: number;
  /** Lines that one may begin with, offered as long as nothing but such lines stands there. */
  starters: readonly TextPair[];
  /** Names that the plan knows already, offered as long as they are not there; `label` says so. */
  named?: { label: string; firsts: readonly string[] };
  desk: PlanDesk;
}

/** A short list of two texts a line. What is taken out can be put back as long as the form stands. */
export function PairsPart({ field, longest, most, starters, named, desk }: PairsPartProps): ReactNode {
  const { t } = useTranslation();
  const pairs = desk.text[field];
  const [out, setOut] = useState<{ pair: TextPair; place: number } | null>(null);
  const { box, focusRow } = useRowThatComes(pairs.length);
  const change = (changed: readonly TextPair[]): void => { desk.change({ [field]: changed }); };
  const insert = (pair: TextPair, place: number): void => { focusRow(place); setOut(null); change([...pairs.slice(0, place), pair, ...pairs.slice(place)]); };
  const isThere = (first: string): boolean => pairs.some((pair) => pair.first.trim().toLowerCase() === first.toLowerCase());
  const offered = pairs.every((pair) => !isFilled(pair) || starters.some((starter) => nameOf(starter) === nameOf(pair))) ? starters.filter(({ first }) => !isThere(first)) : [];
  const hasRoom = pairs.length < most;
  return (
    <div ref={box} className="written-part">
      {pairs.map((pair, place) => (
        <div key={place} className="written-pair" role="group" aria-label={t(`writtenPlan.${field}.row`, { number: place + 1 })}>
          <TextField label={t(`writtenPlan.${field}.first`)} value={pair.first} maxLength={longest.first} autoComplete="off" refusal={refusalOf(desk, { field, place }, t)} onChange={({ target }) => { change(pairs.with(place, { ...pair, first: target.value })); }} />
          <Field label={t(`writtenPlan.${field}.second`)}>{(wiring) => <textarea {...wiring} value={pair.second} rows={1} maxLength={longest.second} onChange={({ target }) => { change(pairs.with(place, { ...pair, second: target.value })); }} />}</Field>
          <Button kind="plain" aria-label={t(`writtenPlan.${field}.remove`, { name: nameOf(pair) })} onClick={() => { setOut({ pair, place }); change(pairs.toSpliced(place, 1)); }}>{t('writtenPlan.remove')}</Button>
        </div>
      ))}
      {out !== null && <PutBack key={out.place} name={nameOf(out.pair)} onPutBack={hasRoom ? () => { insert(out.pair, Math.min(out.place, pairs.length)); } : null} />}
      {hasRoom && <p><Button onClick={() => { insert({ first: '', second: '' }, pairs.length); }}>{t(`writtenPlan.${field}.add`)}</Button></p>}
      <TheirsBeside field={field} desk={desk} />
      {named !== undefined && <Starters label={named.label} texts={hasRoom ? named.firsts.filter((first) => !isThere(first)) : []} onTake={(first) => { insert({ first, second: '' }, pairs.length); }} />}
      <Starters label={t('writtenPlan.starters')} texts={hasRoom ? offered.map(nameOf) : []} onTake={(_text, place) => { const taken = offered[place]; if (taken !== undefined) insert(taken, pairs.length); }} />
    </div>
  );
}

/** Focus stays where the line was. */
function PutBack({ name, onPutBack }: { name: string; onPutBack: (() => void) | null }): ReactNode {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => { button.current?.focus(); }, []);
  return <p className="row note"><span>{t('writtenPlan.removed', { name })}</span>{onPutBack !== null && <Button ref={button} kind="plain" onClick={onPutBack}>{t('writtenPlan.putBack')}</Button>}</p>;
}

function nameOf({ first, second }: TextPair): string {
  return [first.trim(), second.trim()].filter((part) => part !== '').join(', ');
}

function refusalOf({ refusals }: PlanDesk, { field, place }: { field: PairsPartProps['field']; place: number }, t: ReturnType<typeof useTranslation>['t']): string | undefined {
  const refused = refusals.find((one) => one.field === field && one.place === place);
  return refused === undefined ? undefined : t(`writtenPlan.refused.${refused.why}`);
}

interface RowFocus { box: RefObject<HTMLDivElement | null>; focusRow: (place: number) => void }

/** Into the first field of a line that was asked for, once it stands. */
function useRowThatComes(count: number): RowFocus {
  const box = useRef<HTMLDivElement>(null);
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    if (awaited.current === null) return;
    box.current?.querySelectorAll<HTMLElement>('.written-pair')[awaited.current]?.querySelector('input')?.focus();
    awaited.current = null;
  }, [count]);
  return { box, focusRow: (place) => { awaited.current = place; } };
}
