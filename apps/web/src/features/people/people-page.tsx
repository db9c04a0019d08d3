import { may, type PeopleOfOrganisation } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { InvitationsSection } from './invitations-section.js';
import { LeaveSection } from './leave-section.js';
import { MembersSection } from './members-section.js';
import { usePeople } from './people.queries.js';
import { RightsSection } from './rights-section.js';
import '../../ui/line-list.css';
import './people.css';

/** Who belongs to the organisation, who is awaited, and who may do what. */
export function PeoplePage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  useDocumentTitle(t('people.document'), name);
  return (
    <>
      <BackLink to={`/o/${slug}/reglages`}>{t('settings.title')}</BackLink>
      <QueryView query={usePeople()} heading={t('people.document')}>{(people) => <People people={people} />}</QueryView>
    </>
  );
}

function People({ people: { members, invitations } }: { people: PeopleOfOrganisation }): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  const manages = may(role, 'managePeople');
  return (
    <>
      <div className="page-title"><PageHeading>{t('people.title', { count: members.length, awaited: invitations.length })}</PageHeading></div>
      <MembersSection members={members} manages={manages} />
      {manages && <InvitationsSection invitations={invitations} />}
      <RightsSection />
      <LeaveSection members={members} />
    </>
  );
}
