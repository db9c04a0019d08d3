import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { WholeLanguage } from '../locales/translation.js';
import { places, settingsPlace, wordsPlace } from './places.js';
import { areSingleKeysOn, keepSingleKeys } from './single-keys.js';

const HelpDialog = lazy(async () => ({ default: (await import('../features/help/help-dialog.js')).HelpDialog }));

/** The help, fetched when somebody asks for it. */
export function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const { pathname } = useLocation();
  const { slug } = useCurrentOrganisation();
  // Stays once it was opened, so that closing it gives focus back.
  const [wasOpened, setOpened] = useState(false);
  if (isOpen && !wasOpened) setOpened(true);
  if (!wasOpened) return null;
  const path = pathname.replace(`/o/${slug}`, '').replace(/\/$/u, '');
  const hasMonth = places.some((place) => place.hasMonth && place.path === path);
  return (
    <Suspense fallback={null}>
      <WholeLanguage>
        <HelpDialog isOpen={isOpen} here={{ path, hasMonth }} places={[...places, settingsPlace, wordsPlace]} singleKeys={{ isOn: areSingleKeysOn(), keep: keepSingleKeys }} onClose={onClose} />
      </WholeLanguage>
    </Suspense>
  );
}
