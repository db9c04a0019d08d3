import { localDay, may } from '@portee/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { send } from '../api/client.js';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../api/organisation.queries.js';
import { useTranslation } from '../locales/translation.js';
import { Button } from '../ui/button.js';
import { sayProblem } from '../ui/failure.js';
import { Notice } from '../ui/notice.js';

/** Above every page of a centre whose deletion was asked for: until when it stands, and the way back. */
export function DeletionNotice(): ReactNode {
  const { t, write } = useTranslation();
  const { slug, deletesAt, timeZone, role } = useCurrentOrganisation();
  const cache = useQueryClient();
  const takeBack = useMutation({
    mutationFn: () => send('DELETE', organisationPath(slug, '/deletion'), { answer: 'nothing' }),
    onSuccess: () => cache.invalidateQueries({ queryKey: organisationKeys.all(slug) }),
  });
  if (deletesAt === null) return null;
  return (
    <div className="no-print">
      <Notice isLive>
        <p>{t('app.deletion', { day: write.longDay(localDay(new Date(deletesAt), timeZone)) })} {!may(role, 'deleteOrganisation') && t('app.deletion.owners')}</p>
        {takeBack.error !== null && <p>{sayProblem(takeBack.error, t)}</p>}
        {may(role, 'deleteOrganisation') && <Button isBusy={takeBack.isPending} onClick={() => { takeBack.mutate(); }}>{t('app.deletion.takeBack')}</Button>}
      </Notice>
    </div>
  );
}
