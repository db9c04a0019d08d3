import { eveningBelief, timingWords, type NamedOutlook } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { NetworkIcon } from '../../ui/network-icon.js';

/** « Le soir, ça marche mieux »: what each channel's figures say of it. */
export function EveningBelief({ named }: { named: readonly NamedOutlook[] }): ReactNode {
  const { t, locale } = useTranslation();
  return (
    <section className="section belief" aria-labelledby="timing-belief">
      <header><h2 id="timing-belief">{t('timing.belief.title')}</h2><p>{t('timing.belief.text')}</p></header>
      <ul>
        {named.map((one) => {
          const { verdict, short, long } = eveningBelief(one, timingWords(locale));
          return <li key={one.outlook.channelId} data-verdict={verdict}><h3><NetworkIcon network={one.outlook.network} />{one.name}</h3><p><b>{short}</b> {long}</p></li>;
        })}
      </ul>
    </section>
  );
}
