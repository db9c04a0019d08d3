import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SelfProofFields, selfProofOf } from '../../ui/self-proof.js';
import { useDeleteAccount } from './my-account.queries.js';

/** The way out for good: one's account, and one's name wherever it is. */
export function DeleteAccountSection(): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => { setOpen(false); };
  return (
    <section className="section" aria-labelledby="account-delete">
      <header><h2 id="account-delete">{t('myAccount.delete')}</h2><p>{t('myAccount.delete.text')}</p></header>
      <div className="row"><Button onClick={() => { setOpen(true); }}>{t('myAccount.delete.open')}</Button></div>
      <Dialog title={t('myAccount.delete.sure')} isOpen={isOpen} onClose={close}><DeleteForm onClose={close} /></Dialog>
    </section>
  );
}

function DeleteForm({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeleteAccount();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    remove.mutateAsync(selfProofOf(new FormData(event.currentTarget))).then(() => navigate('/connexion', { replace: true }), () => undefined);
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      <FormFailure error={remove.error} />
      <p>{t('myAccount.delete.stays')}</p>
      <SelfProofFields />
      <div className="row">
        <Button kind="act" type="submit" isBusy={remove.isPending}>{t('myAccount.delete.go')}</Button>
        <Button onClick={onClose}>{t('myAccount.delete.cancel')}</Button>
      </div>
    </form>
  );
}
