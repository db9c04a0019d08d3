import { DELETION_DAYS, type OrganisationDeletion } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { CheckField } from '../../ui/check-field.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { SelfProofFields, selfProofOf } from '../../ui/self-proof.js';
import { useToast } from '../../ui/toast.js';
import { useDeleteOrganisation, useDeletion } from './privacy.queries.js';

/** The whole centre goes: after fourteen days, or at once. Taking it back stands above every page. */
export function DeleteOrganisationSection(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section no-print" aria-labelledby="privacy-delete">
      <header><h2 id="privacy-delete">{t('deletion.title')}</h2><p>{t('deletion.text', { days: DELETION_DAYS })}</p></header>
      <QueryView query={useDeletion()}>{(deletion) => <Deletion deletion={deletion} />}</QueryView>
    </section>
  );
}

function Deletion({ deletion }: { deletion: OrganisationDeletion }): ReactNode {
  const { t, write } = useTranslation();
  const { name } = useCurrentOrganisation();
  const [isOpen, setOpen] = useState(false);
  const { channels, posts, since, people } = deletion;
  return (
    <>
      <p className="note">{t('deletion.amounts', { channels, posts, people })}{since === null ? '' : ` ${t('deletion.since', { day: write.longDay(since) })}`} {t('deletion.stays')}</p>
      <div className="row"><Button onClick={() => { setOpen(true); }}>{t('deletion.open')}</Button></div>
      <Dialog title={t('deletion.sure', { name })} isOpen={isOpen} onClose={() => { setOpen(false); }}><DeletionForm onClose={() => { setOpen(false); }} /></Dialog>
    </>
  );
}

function DeletionForm({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  const navigate = useNavigate();
  const toast = useToast();
  const remove = useDeleteOrganisation();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const isNow = form.get('isNow') !== null;
    const done = (): void => {
      toast(t(isNow ? 'deletion.gone' : 'deletion.asked', { name, days: DELETION_DAYS }));
      if (isNow) void navigate('/', { replace: true });
      else onClose();
    };
    remove.mutateAsync({ ...selfProofOf(form), name: String(form.get('name')), isNow }).then(done, () => undefined);
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      <FormFailure error={remove.error} />
      <TextField label={t('deletion.name')} hint={t('deletion.name.hint', { name })} name="name" autoComplete="off" maxLength={200} required />
      <SelfProofFields />
      <CheckField label={t('deletion.now')} hint={t('deletion.now.hint', { days: DELETION_DAYS })} name="isNow" />
      <div className="row">
        <Button kind="act" type="submit" isBusy={remove.isPending}>{t('deletion.go')}</Button>
        <Button onClick={onClose}>{t('privacy.cancel')}</Button>
      </div>
    </form>
  );
}
