import type { Recommendation } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../button.js';
import { testPath } from '../test-path.js';
import { useTesting } from './use-testing.js';

/** « Tester chez nous » on a card whose advice is to test; once it is under way, how far it is. */
export function TestLink({ record }: { record: Recommendation }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const { underWay, mayBegin } = useTesting(record);
  if (mayBegin) return <ButtonLink to={testPath(slug, record.id)}>{t('lessons.go.test')}</ButtonLink>;
  if (underWay === null) return null;
  const { progress } = underWay;
  return <>{progress !== null && <p className="note">{t('lessons.testing', { done: progress.done, planned: progress.planned })}</p>}<ButtonLink to={`/o/${slug}/plan`}>{t('lessons.go.testing')}</ButtonLink></>;
}
