import { useState, type ReactNode } from 'react';
import type { MessageKey } from '../../locales/catalogue.js';
import { useTranslation } from '../../locales/translation.js';
import { Dialog } from '../../ui/dialog.js';
import { Segmented } from '../../ui/segmented.js';
import { keysHere, type Here, type KeyedAct } from './keys-here.js';
import './help.css';

interface HelpProps {
  isOpen: boolean;
  here: Here;
  places: readonly { path: string; name: MessageKey; letter: string }[];
  singleKeys: { isOn: boolean; keep: (isOn: boolean) => void };
  onClose: () => void;
}

/** Which keys do what, everywhere and on the page behind it; and the switch of those that work alone. */
export function HelpDialog({ isOpen, here, places, singleKeys, onClose }: HelpProps): ReactNode {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(singleKeys.isOn);
  const own = keysHere(here);
  const turn = (choice: 'on' | 'off'): void => { setOn(choice === 'on'); singleKeys.keep(choice === 'on'); };
  return (
    <Dialog title={t('help.title')} isOpen={isOpen} onClose={onClose}>
      <div className="help">
        {own.length > 0 && <Keys title={t('help.here')} acts={own} />}
        <Keys title={t('help.everywhere')} acts={[{ keys: ['/'], act: 'search' }, { keys: ['?'], act: 'help' }]} />
        <h3>{t('help.pages')}</h3>
        <p className="note quiet">{t('help.pages.text')}</p>
        <dl className="help-keys" data-pages>{places.map(({ path, name, letter }) => <div key={path}><dt><kbd>g</kbd> <kbd>{letter}</kbd></dt><dd>{t(name)}</dd></div>)}</dl>
        <p className="note quiet">{t('help.key.skip')}</p>
        <Segmented<'on' | 'off'> label={t('help.single')} choices={[{ value: 'on', label: t('help.single.on') }, { value: 'off', label: t('help.single.off') }]} value={isOn ? 'on' : 'off'} onChoose={turn} />
        <p className="note quiet">{t('help.single.hint')}</p>
      </div>
    </Dialog>
  );
}

function Keys({ title, acts }: { title: string; acts: readonly KeyedAct[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h3>{title}</h3>
      <dl className="help-keys">
        {acts.map(({ keys, act }) => <div key={act}><dt>{keys.map((key) => <kbd key={key}>{key === 'Enter' ? t('help.enter') : key}</kbd>)}</dt><dd>{t(`help.key.${act}`)}</dd></div>)}
      </dl>
    </>
  );
}
