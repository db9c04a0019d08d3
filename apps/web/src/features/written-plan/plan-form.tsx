import { planWords, sayPlan, type PlanDocument } from '@portee/shared';
import { useEffect, useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import { useWritePlan } from '../../api/plan-document.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { showRefused } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { PageHeading } from '../../ui/page-heading.js';
import { useToast } from '../../ui/toast.js';
import { AdoptionFields } from './adoption-fields.js';
import { editorsOf } from './editors.js';
import { OthersNotice } from './others-notice.js';
import { PlanSections } from './plan-sections.js';
import { refusalsOf, textOf, writtenOf, type PlanDraft, type TextRefusal } from './plan-text.js';
import { usePlanDesk } from './use-plan-desk.js';
import { usePlanDraft } from './use-plan-draft.js';

/** The plan while its text is changed, section by section, with what is known beside it. Saved whole, when the person says so. */
export function PlanForm({ document, draft }: { document: PlanDocument; draft: PlanDraft }): ReactNode {
  const { t, locale } = useTranslation();
  const { keep, forget } = usePlanDraft();
  const toast = useToast();
  const [refusals, setRefusals] = useState<readonly TextRefusal[]>([]);
  const { desk, isStale, conflicts, settle } = usePlanDesk(document, draft);
  const { save, isPending, failure } = useSaving({ document, draft });
  const said = sayPlan(document, planWords(locale));
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const refused = refusalsOf(desk.text, document.today);
    showRefused(event.currentTarget, () => { setRefusals(refused); });
    if (refused.length === 0 && !isPending) save({ ...writtenOf(desk.text), version: conflicts.length === 0 ? document.written.version : draft.from.version });
  };
  const onCancel = (): void => { forget(); toast(t('writtenPlan.given'), () => { keep(draft); }); };
  const editorOf = editorsOf(document, { ...desk, refusals });
  return (
    <form ref={useFocusOnOpening()} className="written-plan" onSubmit={onSubmit} noValidate>
      <div className="page-title"><PageHeading>{said.title}</PageHeading><p>{t('writtenPlan.unsaved')}</p></div>
      {failure !== null && <FormRefusal>{sayProblem(failure, t)}</FormRefusal>}
      {isStale && <OthersNotice conflicts={conflicts.length} onSettle={settle} />}
      <PlanSections document={document} sections={said.sections} editorOf={editorOf} />
      <AdoptionFields desk={{ ...desk, refusals }} today={document.today} />
      <div className="written-save">
        <Button kind="act" type="submit" isBusy={isPending}>{t('writtenPlan.save')}</Button>
        <Button kind="plain" onClick={onCancel}>{t('writtenPlan.cancel')}</Button>
      </div>
    </form>
  );
}

interface Saving { save: (wanted: Parameters<ReturnType<typeof useWritePlan>['mutateAsync']>[0]) => void; isPending: boolean; failure: Error | null }

/** Saves what is written and offers to undo it; refused, it is said above the form, and the text stays. */
function useSaving({ document, draft }: { document: PlanDocument; draft: PlanDraft }): Saving {
  const { t } = useTranslation();
  const { forget } = usePlanDraft();
  const toast = useToast();
  const write = useWritePlan();
  const undo = (version: number): void => {
    write.mutateAsync({ ...writtenOf(textOf(document.written)), version }).catch((error: Error) => { toast(sayProblem(error, t)); });
  };
  return {
    isPending: write.isPending, failure: write.error,
    save: (wanted) => {
      write.mutateAsync(wanted).then((kept) => { forget(draft); toast(t('writtenPlan.saved'), () => { undo(kept.written.version); }); }, () => undefined);
    },
  };
}

/** Into the first field as the form opens; focus that is somewhere is not taken away. */
function useFocusOnOpening(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) form.current?.querySelector('textarea')?.focus();
  }, []);
  return form;
}
