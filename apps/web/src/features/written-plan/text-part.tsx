import { useRef, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Field } from '../../ui/field.js';
import { TheirsBeside } from './others-notice.js';
import type { PlanText } from './plan-text.js';
import { Starters } from './starters.js';
import type { PlanDesk } from './use-plan-desk.js';

interface TextPartProps {
  field: { [Field in keyof PlanText]: PlanText[Field] extends string ? Field : never }[keyof PlanText];
  label: string;
  longest: number;
  rows: number;
  /** Sentences that one may begin with; none is ever written without being asked for. */
  starters: readonly string[];
  desk: PlanDesk;
}

/** A text of the plan. Sentences to begin with are offered as long as nothing but such sentences stands there. */
export function TextPart({ field, label, longest, rows, starters, desk }: TextPartProps): ReactNode {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = desk.text[field];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const offered = lines.every((line) => starters.includes(line)) ? starters.filter((starter) => !lines.includes(starter)) : [];
  const change = (written: string): void => { desk.change({ [field]: written }); };
  return (
    <div className="written-part">
      <Field label={label}>{(wiring) => <textarea {...wiring} ref={area} value={text} rows={rows} maxLength={longest} onChange={(event) => { change(event.target.value); }} />}</Field>
      <TheirsBeside field={field} desk={desk} />
      <Starters label={t('writtenPlan.starters')} texts={offered} onTake={(starter) => { change([...lines, starter].join('\n')); area.current?.focus(); }} />
    </div>
  );
}
