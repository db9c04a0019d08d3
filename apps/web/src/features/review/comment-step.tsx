import { may } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { TeamComment } from '../../ui/month/team-comment.js';

/** What the team itself says of the month. */
export function CommentStep({ month }: { month: string }): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  return (
    <>
      {!may(role, 'closeMonths') && <p className="note quiet">{t('review.comment.others')}</p>}
      <TeamComment month={month} />
    </>
  );
}
