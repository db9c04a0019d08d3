import type { ReactNode } from 'react';
import { mayManage, useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { TeamComment } from '../../ui/month/team-comment.js';

/** What the team itself says of the month. */
export function CommentStep({ month }: { month: string }): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  return (
    <>
      {!mayManage(role) && <p className="note quiet">{t('review.comment.others')}</p>}
      <TeamComment month={month} />
    </>
  );
}
