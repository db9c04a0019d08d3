import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from '../locales/translation.js';
import { ButtonLink } from '../ui/button.js';
import { LonePage } from '../ui/lone-page.js';
import { PageHeading, useDocumentTitle } from '../ui/page-heading.js';

/** An address that leads nowhere. Inside an organisation one goes to its overview, else (`isOutside`) home. */
export function NotFoundPage({ isOutside = false }: { isOutside?: boolean }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useParams();
  useDocumentTitle(t('notFound.title'));
  const isAlone = isOutside || slug === undefined;
  const page = (
    <div className="state">
      <PageHeading>{t('notFound.title')}</PageHeading>
      <p>{t('notFound.text')}</p>
      <ButtonLink kind="act" to={isAlone ? '/' : `/o/${slug}`}>{t('notFound.back')}</ButtonLink>
    </div>
  );
  return isAlone ? <LonePage>{page}</LonePage> : page;
}
