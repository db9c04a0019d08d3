import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useWaysIn } from '../../api/directory.queries.js';
import { useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { AddressSection } from './address-section.js';
import { DeleteAccountSection } from './delete-account-section.js';
import { DevicesSection } from './devices-section.js';
import { NoticesSection } from './notices-section.js';
import { TimeZoneSection } from './time-zone-section.js';
import { WaysSections } from './ways-sections.js';
import '../../ui/line-list.css';

/** One's own account: the password, and the devices on which one is signed in. */
export function MyAccountPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  const session = useSession().data;
  const user = session?.user;
  // Whoever has none cannot give it: their address is the directory's.
  const hasPassword = useWaysIn().data?.hasPassword === true;
  useDocumentTitle(t('myAccount.title'), name);
  return (
    <>
      <BackLink to={`/o/${slug}/reglages`}>{t('settings.title')}</BackLink>
      <div className="page-title"><PageHeading>{t('myAccount.title')}</PageHeading>{user !== null && user !== undefined && <p>{t('settings.signedInAs', { name: user.name, email: user.email })}</p>}</div>
      <WaysSections />
      {user !== null && user !== undefined && hasPassword && <AddressSection user={user} sendsMail={session?.sendsMail === true} />}
      <TimeZoneSection />
      <DevicesSection />
      {session?.sendsMail === true && <NoticesSection />}
      <DeleteAccountSection />
    </>
  );
}
