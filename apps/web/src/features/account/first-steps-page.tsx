import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useLoadDemonstration } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import './account.css';

/** Second step of a new installation: two doors, both of which lead to figures. */
export function FirstStepsPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  const navigate = useNavigate();
  const demonstration = useLoadDemonstration();
  useDocumentTitle(t('firstSteps.title'), name);
  const onLoad = (): void => {
    demonstration.mutate(undefined, { onSuccess: (loaded) => { void navigate(`/o/${loaded.slug}`); } });
  };
  return (
    <>
      <div className="page-title">
        <p className="account-step">{t('firstRun.step', { step: 2 })}</p>
        <PageHeading>{t('firstSteps.title')}</PageHeading>
      </div>
      <div className="doors">
        <section aria-labelledby="door-file">
          <h2 id="door-file">{t('firstSteps.file.title')}</h2>
          <p>{t('firstSteps.file.text')}</p>
          <ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('firstSteps.file.act')}</ButtonLink>
        </section>
        <section aria-labelledby="door-demo">
          <h2 id="door-demo">{t('firstSteps.demo.title')}</h2>
          <p>{t('firstSteps.demo.text')}</p>
          <Button isBusy={demonstration.isPending} onClick={onLoad}>{t('firstSteps.demo.act')}</Button>
          <div role="status">{demonstration.isPending && <p className="note quiet">{t('firstSteps.demo.busy')}</p>}</div>
          {demonstration.error !== null && <FormRefusal>{sayProblem(demonstration.error, t)}</FormRefusal>}
        </section>
      </div>
    </>
  );
}
