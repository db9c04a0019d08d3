import { addMonthsToDay, type ChosenThing, type DecideRecommendation, type RecommendationDecision } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useDecide, useWithdrawDecision } from '../../api/plan.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { sayProblem } from '../failure.js';
import { showRefused, TextField } from '../field.js';
import { FormRefusal } from '../form-refusal.js';
import { useToast } from '../toast.js';
import { sayAdvised } from './advised.js';
import { lineKindOf } from './line-kinds.js';

export type DecisionWay = 'accepted' | 'postponed' | 'refused';
/** What is being decided, and what stood decided when it was asked. */
export interface Asked { thing: ChosenThing; way: DecisionWay; standing: RecommendationDecision | null }

/** The one or two things that a decision must say. */
export function DecisionDialog({ asked, onClose }: { asked: Asked | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={asked === null ? '' : t(`plan.ask.${asked.way}`)} isOpen={asked !== null} onClose={onClose}>
      {asked !== null && <DecisionForm asked={asked} onClose={onClose} />}
    </Dialog>
  );
}

type Missing = 'title' | 'reason' | 'until';

function DecisionForm({ asked: { thing, way, standing }, onClose }: { asked: Asked; onClose: () => void }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const decide = useDecide();
  const withdraw = useWithdrawDecision();
  const [missing, setMissing] = useState<Missing | null>(null);
  const advised = sayAdvised(thing.record, thing.record.verdict, translation);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const decision = readDecision(new FormData(event.currentTarget), { way, advised, today, thing, replaces: standing?.id ?? null });
    showRefused(event.currentTarget, () => { setMissing(typeof decision === 'string' ? decision : null); });
    if (typeof decision === 'string') return;
    // Where it is refused, the form says so.
    decide.mutateAsync({ recommendationId: thing.record.id, decision }).then((made) => { onClose(); toast(t(`plan.done.${decision.decision}`), () => { withdraw.mutateAsync(made).catch((error: unknown) => { toast(sayProblem(error, t)); }); }); }, () => undefined);
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {decide.error !== null && <FormRefusal>{sayProblem(decide.error, t)}</FormRefusal>}
      {way !== 'accepted' && <p>{advised}.</p>}
      {way === 'accepted' && <AcceptedFields advised={advised} missing={missing} />}
      {way === 'postponed' && <TextField label={t('plan.until')} name="until" type="date" min={today} defaultValue={addMonthsToDay(today, 2)} refusal={missing === 'until' ? t('plan.until.missing') : undefined} />}
      {way === 'refused' && <TextField label={t('plan.reason')} name="reason" hint={t('plan.reason.hint')} maxLength={500} autoComplete="off" refusal={missing === 'reason' ? t('plan.reason.missing') : undefined} />}
      <div className="row">
        <Button kind="act" type="submit" isBusy={decide.isPending}>{t(`plan.confirm.${way}`)}</Button>
        <Button kind="plain" onClick={onClose}>{t('plan.cancel')}</Button>
      </div>
    </form>
  );
}

function AcceptedFields({ advised, missing }: { advised: string; missing: Missing | null }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextField label={t('plan.line.title')} name="title" hint={t('plan.line.title.hint')} defaultValue={advised} maxLength={200} autoComplete="off" refusal={missing === 'title' ? t('plan.line.title.missing') : undefined} />
      <TextField label={t('plan.line.role')} name="role" hint={t('plan.line.role.hint')} maxLength={60} autoComplete="off" />
    </>
  );
}

interface Reading { way: DecisionWay; advised: string; today: string; thing: ChosenThing; replaces: string | null }

/** The decision as written; or the field that says too little. A line in other words than the advice's is an adaptation, which those words explain. */
function readDecision(fields: FormData, { way, advised, today, thing, replaces }: Reading): DecideRecommendation | Missing {
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  if (way === 'refused') return text('reason') === '' ? 'reason' : { decision: 'refused', reason: text('reason'), replaces };
  if (way === 'postponed') return text('until') <= today ? 'until' : { decision: 'postponed', until: text('until'), reason: null, replaces };
  if (text('title') === '') return 'title';
  const line = { kind: lineKindOf(thing.record), title: text('title'), role: text('role') === '' ? null : text('role'), note: null };
  return text('title') === advised ? { decision: 'accepted', line, replaces } : { decision: 'adapted', line, reason: text('title'), replaces };
}
