import { lazy, Suspense, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { WholeLanguage } from '../locales/translation.js';
import { places, settingsPlace } from './places.js';
import { areSingleKeysOn, keepSingleKeys } from './single-keys.js';

const HelpDialog = lazy(async () => ({ default: (await import('../features/help/help-dialog.js')).HelpDialog }));

/** The help, fetched when somebody asks for it. */
export function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const { pathname } = useLocation();
  const { slug } = useCurrentOrganisation();
  if (!isOpen) return null;
  const path = pathname.replace(`/o/${slug}`, '').replace(/\/$/u, '');
  const hasMonth = places.some((place) => place.hasMonth && place.path === path);
  return (
    <Suspense fallback={null}>
      <WholeLanguage>
        <HelpDialog here={{ path, hasMonth }} places={[...places, settingsPlace]} singleKeys={{ isOn: areSingleKeysOn(), keep: keepSingleKeys }} onClose={onClose} />
      </WholeLanguage>
    </Suspense>
  );
}
