import type { ReactNode } from 'react';
import { useWaysIn } from '../../api/directory.queries.js';
import { useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { QueryView } from '../../ui/query-view.js';
import { DirectorySection } from './directory-section.js';
import { PasswordSection } from './password-section.js';
import { SecondFactorSection } from './second-factor-section.js';

/** How one signs in: by a password and its second factor, by the directory, or both. */
export function WaysSections(): ReactNode {
  const ways = useWaysIn();
  const directory = useSession().data?.directory ?? null;
  return (
    <QueryView query={ways}>
      {(known) => (
        <>
          {known.hasPassword ? <><PasswordSection /><SecondFactorSection /></> : <WithoutPassword />}
          {directory !== null && <DirectorySection directory={directory} ways={known} />}
        </>
      )}
    </QueryView>
  );
}

function WithoutPassword(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="account-password">
      <header><h2 id="account-password">{t('myAccount.password')}</h2><p>{t('myAccount.password.none')}</p></header>
    </section>
  );
}
