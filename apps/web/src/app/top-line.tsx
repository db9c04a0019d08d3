import type { Session } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { useOwnClock } from '../api/own-clock.js';
import { sayWhen } from '../format/instants.js';
import { useTranslation } from '../locales/translation.js';
import { Select } from '../ui/field.js';
import { SearchIcon } from '../ui/icons.js';
import { MonthStepper } from './month-stepper.js';
import { places } from './places.js';
import { useAddressOf } from './use-address-of.js';
import { searchPlace } from './use-single-keys.js';

/** On every page: whose figures, of which month, how fresh, and whether they are invented. */
export function TopLine({ session }: { session: Session }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug, observedAt, isDemonstration } = useCurrentOrganisation();
  const clock = useOwnClock();
  const { pathname } = useLocation();
  const addressOf = useAddressOf();
  const hasMonth = places.some((place) => place.hasMonth && pathname.replace(/\/$/, '') === `/o/${slug}${place.path}`);
  return (
    <header className="top-line">
      <OrganisationName session={session} />
      <Link className="top-search no-print" to={addressOf(searchPlace)}><SearchIcon label={t('top.search')} /></Link>
      {hasMonth && <MonthStepper />}
      <div className="top-facts">
        <p className="top-fresh">{observedAt === null ? t('top.noData') : t('top.fresh', { when: sayWhen(observedAt, { ...clock, translation }) })}</p>
        {isDemonstration && <p className="fictitious">{t('top.fictitious')}</p>}
      </div>
    </header>
  );
}

function OrganisationName({ session }: { session: Session }): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  const navigate = useNavigate();
  if (session.organisations.length < 2) return <p className="top-name">{name}</p>;
  const choices = session.organisations.map((organisation) => ({ value: organisation.slug, label: organisation.name }));
  return <Select label={t('top.organisation')} choices={choices} value={slug} onChange={(event) => { void navigate(`/o/${event.target.value}`); }} />;
}
