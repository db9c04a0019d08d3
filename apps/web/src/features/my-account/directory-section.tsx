import { localDay, type WaysIn } from '@portee/shared';
import type { FormEvent, ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useLinkDirectory } from '../../api/directory.queries.js';
import { useOwnClock } from '../../api/own-clock.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { useToast } from '../../ui/toast.js';
import { useUnlinkDirectory } from './my-account.queries.js';

interface DirectorySectionProps { directory: string; ways: WaysIn }

/** One’s account and the municipality’s directory: linked, unlinked, both by the password. */
export function DirectorySection({ directory, ways: { hasPassword, linkedAt } }: DirectorySectionProps): ReactNode {
  const { t, write } = useTranslation();
  const { timeZone } = useOwnClock();
  const day = linkedAt === null ? null : write.longDay(localDay(new Date(linkedAt), timeZone));
  return (
    <section className="section" aria-labelledby="account-directory">
      <header>
        <h2 id="account-directory" tabIndex={-1}>{t('myAccount.directory', { directory })}</h2>
        <p>{day === null ? t('myAccount.directory.off', { directory }) : t('myAccount.directory.on', { directory, day })}</p>
      </header>
      {day === null && hasPassword && <Link />}
      {day !== null && hasPassword && <Unlink />}
      {day !== null && !hasPassword && <p className="note">{t('myAccount.directory.only')}</p>}
    </section>
  );
}

function Link(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const link = useLinkDirectory();
  return (
    <form className="form" onSubmit={(event) => { link.mutate({ password: passwordOf(event), back: `/o/${slug}/reglages/compte` }); }}>
      <FormFailure error={link.error} />
      <TextField label={t('myAccount.password.current')} name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" isBusy={link.isPending || link.isSuccess}>{t('myAccount.directory.link')}</Button>
    </form>
  );
}

function Unlink(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const unlink = useUnlinkDirectory();
  return (
    <form
      className="form"
      onSubmit={(event) => { unlink.mutateAsync(passwordOf(event)).then(() => { toast(t('myAccount.directory.unlinked')); document.getElementById('account-directory')?.focus(); }, () => undefined); }}
    >
      <FormFailure error={unlink.error} />
      <TextField label={t('myAccount.password.current')} name="password" type="password" autoComplete="current-password" required />
      <Button kind="plain" type="submit" isBusy={unlink.isPending}>{t('myAccount.directory.unlink')}</Button>
    </form>
  );
}

function passwordOf(event: FormEvent<HTMLFormElement>): string {
  event.preventDefault();
  return String(new FormData(event.currentTarget).get('password'));
}
