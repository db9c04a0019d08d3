import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Locale } from '@portee/shared';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChangeLanguage, useSession, useSignOut } from '../../api/session.queries.js';
import { languages } from '../../locales/languages.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { Segmented } from '../../ui/segmented.js';


/** Language and sign-out of the signed-in person. */
export function PersonSection(): ReactNode {
  const { t, locale, setLocale } = useTranslation();
  const navigate = useNavigate();
  const { slug } = useCurrentOrganisation();
  const session = useSession();
  const changeLanguage = useChangeLanguage();
  const signOut = useSignOut();
  const error = changeLanguage.error ?? signOut.error;
  const onLanguage = (wanted: Locale): void => {
    changeLanguage.mutate(wanted, { onSuccess: () => { setLocale(wanted); } });
  };
  const user = session.data?.user;
  return (
    <section className="section" aria-labelledby="settings-person">
      <header>
        <h2 id="settings-person">{t('settings.person.title')}</h2>
        {user !== null && user !== undefined && <p>{t('settings.signedInAs', { name: user.name, email: user.email })}</p>}
      </header>
      <div className="form">
        {error !== null && <FormRefusal>{sayProblem(error, t)}</FormRefusal>}
        <Segmented<Locale> label={t('settings.language')} choices={languages} value={locale} onChoose={onLanguage} />
        <div className="row">
          <ButtonLink to={`/o/${slug}/reglages/compte`}>{t('settings.account.go')}</ButtonLink>
          <Button isBusy={signOut.isPending} onClick={() => { signOut.mutate(undefined, { onSuccess: () => { void navigate('/connexion'); } }); }}>{t('settings.signOut')}</Button>
        </div>
      </div>
    </section>
  );
}
