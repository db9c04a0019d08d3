import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useRemoveDemonstration } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';

/** The fictitious centre, and the way to be rid of it. */
export function DemonstrationSection(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useRemoveDemonstration();
  const [isAsking, setAsking] = useState(false);
  const close = (): void => { setAsking(false); };
  return (
    <section className="section" aria-labelledby="settings-demo">
      <header><h2 id="settings-demo">{t('settings.demo.title')}</h2><p>{t('settings.demo.text')}</p></header>
      <Button onClick={() => { setAsking(true); }}>{t('settings.demo.remove')}</Button>
      <Dialog title={t('settings.demo.confirm')} isOpen={isAsking} onClose={close}>
        <div className="form">
          {remove.error !== null && <FormRefusal>{sayProblem(remove.error, t)}</FormRefusal>}
          <p>{t('settings.demo.text')}</p>
          <div className="row">
            <Button kind="act" isBusy={remove.isPending} onClick={() => { remove.mutate(undefined, { onSuccess: () => { void navigate('/', { replace: true }); } }); }}>{t('settings.demo.remove')}</Button>
            <Button onClick={close}>{t('settings.demo.keep')}</Button>
          </div>
        </div>
      </Dialog>
    </section>
  );
}
