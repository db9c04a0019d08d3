import { may, type PlanDocument, planWords, sayPlan } from '@portee/shared';
import type { ReactNode, RefObject } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { usePlanDocument, usePlanPaper } from '../../api/plan-document.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, DownloadLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { PlanForm } from './plan-form.js';
import { PlanSections } from './plan-sections.js';
import { isBlank, textOf } from './plan-text.js';
import { useFocusBack } from './use-focus-back.js';
import { usePlanDraft } from './use-plan-draft.js';
import './written-plan.css';

/** The communication plan as a document: written here, read here, and the same on paper. */
export function WrittenPlanPage(): ReactNode {
  const { t } = useTranslation();
  const { name, slug } = useCurrentOrganisation();
  useDocumentTitle(t('writtenPlan.document'), name);
  return (
    <>
      <p className="written-back no-print"><Link to={`/o/${slug}/plan`}>{t('writtenPlan.back')}</Link></p>
      <QueryView query={usePlanDocument()} heading={t('writtenPlan.document')}>{(document) => <WrittenPlan document={document} />}</QueryView>
    </>
  );
}

function WrittenPlan({ document }: { document: PlanDocument }): ReactNode {
  const { role } = useCurrentOrganisation();
  const { draft, keep } = usePlanDraft();
  const button = useFocusBack(draft !== null);
  if (draft !== null && may(role, 'managePlan')) return <PlanForm document={document} draft={draft} />;
  const onWrite = may(role, 'managePlan') ? () => { keep({ text: textOf(document.written), from: document.written }); } : null;
  return isBlank(textOf(document.written)) ? <NothingYet document={document} onWrite={onWrite} button={button} /> : <PlanView document={document} onWrite={onWrite} button={button} />;
}

interface ViewProps {
  document: PlanDocument;
  /** Null: this person reads. */
  onWrite: (() => void) | null;
  button: RefObject<HTMLButtonElement | null>;
}

function PlanView({ document, onWrite, button }: ViewProps): ReactNode {
  const { t, locale } = useTranslation();
  const paper = usePlanPaper();
  const said = sayPlan(document, planWords(locale));
  return (
    <article className="written-plan">
      <div className="page-title">
        <PageHeading>{said.title}</PageHeading>
        <p>{said.standing}{said.changed !== null && <><br />{said.changed}</>}</p>
        <div className="row written-acts no-print">
          <DownloadLink kind="act" href={paper} download>{t('writtenPlan.download')}</DownloadLink>
          {onWrite !== null && <Button ref={button} onClick={onWrite}>{t('writtenPlan.change')}</Button>}
        </div>
      </div>
      <PlanSections document={document} sections={said.sections} />
    </article>
  );
}

/** What will be here, what of it is there already, and the one next step. */
function NothingYet({ document, onWrite, button }: ViewProps): ReactNode {
  const { t, locale } = useTranslation();
  const paper = usePlanPaper();
  const known = sayPlan(document, planWords(locale)).sections.flatMap((section) => {
    const blocks = section.blocks.filter(({ isOurs }) => !isOurs);
    return blocks.length === 0 ? [] : [{ ...section, blocks }];
  });
  return (
    <article className="written-plan">
      <EmptyState heading={<PageHeading>{t('writtenPlan.empty.title')}</PageHeading>} action={(
        <div className="row">
          {onWrite !== null && <Button ref={button} kind="act" onClick={onWrite}>{t('writtenPlan.start')}</Button>}
          <DownloadLink href={paper} download>{t('writtenPlan.download.blank')}</DownloadLink>
        </div>
      )}>{t(onWrite === null ? 'writtenPlan.empty.others' : 'writtenPlan.empty.text')}</EmptyState>
      <h2>{t('writtenPlan.empty.known')}</h2>
      <PlanSections document={document} sections={known} isBelow />
    </article>
  );
}
