import type { Member } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { FormFailure } from '../../ui/form-failure.js';
import { isOnlyOwner } from './members-section.js';
import { useLeave } from './people.queries.js';

/** One's own way out. */
export function LeaveSection({ members }: { members: readonly Member[] }): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  const navigate = useNavigate();
  const leave = useLeave();
  const [isAsking, setAsking] = useState(false);
  const close = (): void => { setAsking(false); leave.reset(); };
  const isHeld = isOnlyOwner(members);
  return (
    <section className="section" aria-labelledby="people-leave">
      <header><h2 id="people-leave">{t('people.leave')}</h2><p>{t(isHeld ? 'people.leave.held' : 'people.leave.text')}</p></header>
      {!isHeld && <Button onClick={() => { setAsking(true); }}>{t('people.leave.act', { name })}</Button>}
      <Dialog title={t('people.leave.sure', { name })} isOpen={isAsking} onClose={close}>
        <div className="form">
          <FormFailure error={leave.error} />
          <p>{t('people.leave.text')}</p>
          <div className="row">
            <Button kind="act" isBusy={leave.isPending} onClick={() => { leave.mutateAsync().then(() => navigate('/', { replace: true }), () => undefined); }}>{t('people.leave.go')}</Button>
            <Button onClick={close}>{t('people.leave.stay')}</Button>
          </div>
        </div>
      </Dialog>
    </section>
  );
}
