import { addMonths, monthOf, type NetworkDescriptor } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import type { MessageKey } from '../../locales/catalogue.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { SelectField, TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useEnterMonthlyFigure } from './channel.queries.js';
import { basesOf, enteredMeasureNames, isEnteredMeasure, likelyBasis, readFigure, type Basis, type EnteredMeasure } from './monthly-measures.js';

const MONTHS_OFFERED = 36;

/** What a figure of that kind will be good for. */
const uses: Record<Basis, MessageKey> = {
  people_period: 'hand.month.divides', people_day: 'hand.month.divides.day', people_estimated: 'hand.month.divides.estimated',
  views: 'hand.month.divides.views', impressions: 'hand.month.divides.impressions',
  members: 'hand.month.divides.not', actions: 'hand.month.divides.not', none: 'hand.month.divides.not',
};

interface Entered { month: string; measure: EnteredMeasure; basis: Basis }

/** One figure of one month, with what it counts. */
export function MonthlyForm({ channelId, network }: { channelId: string; network: NetworkDescriptor }): ReactNode {
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const enter = useEnterMonthlyFigure(channelId);
  const thisMonth = monthOf(today);
  const [entered, setEntered] = useState<Entered>({ month: addMonths(thisMonth, -1), measure: 'reach', basis: likelyBasis('reach', network) });
  const [isRefused, setRefused] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const value = readFigure(String(fields.get('value')));
    setRefused(value === null);
    if (value === null) return;
    const note = String(fields.get('note')).trim();
    enter.mutate({ ...entered, value, note: note === '' ? null : note }, {
      onSuccess: () => { form.reset(); toast(t('hand.month.saved', { month: write.monthAndYear(entered.month) })); },
    });
  };
  const months = Array.from({ length: MONTHS_OFFERED }, (_, ago) => addMonths(thisMonth, -ago));
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {enter.error !== null && <FormRefusal>{sayProblem(enter.error, t)}</FormRefusal>}
      <SelectField
        label={t('hand.month.month')} value={entered.month} onChange={(event) => { setEntered({ ...entered, month: event.target.value }); }}
        choices={months.map((month) => ({ value: month, label: write.monthAndYear(month) }))}
      />
      <MeasureFields entered={entered} network={network} onChange={setEntered} />
      <TextField label={t('hand.month.value')} name="value" inputMode="decimal" autoComplete="off" hint={t(uses[entered.basis])} refusal={isRefused ? t('hand.month.value.missing') : undefined} />
      <TextField label={t('hand.month.note')} name="note" hint={t('hand.month.note.hint')} maxLength={500} autoComplete="off" />
      <Button type="submit" isBusy={enter.isPending}>{t('hand.month.save')}</Button>
    </form>
  );
}

interface MeasureFieldsProps { entered: Entered; network: NetworkDescriptor; onChange: (entered: Entered) => void }

function MeasureFields({ entered, network, onChange }: MeasureFieldsProps): ReactNode {
  const { t } = useTranslation();
  const bases = basesOf(entered.measure);
  const chooseMeasure = (name: string): void => {
    if (isEnteredMeasure(name)) onChange({ ...entered, measure: name, basis: likelyBasis(name, network) });
  };
  return (
    <>
      <SelectField
        label={t('hand.month.measure')} value={entered.measure} onChange={(event) => { chooseMeasure(event.target.value); }}
        choices={enteredMeasureNames.map((measure) => ({ value: measure, label: t(`hand.measure.${measure}`) }))}
      />
      {bases.length > 1 && (
        <SelectField
          label={t('hand.month.basis')} value={entered.basis} onChange={(event) => { onChange({ ...entered, basis: bases.find((basis) => basis === event.target.value) ?? entered.basis }); }}
          choices={bases.map((basis) => ({ value: basis, label: t(`hand.basis.${basis}`) }))}
        />
      )}
    </>
  );
}
