import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { useCentreGroups } from '../../api/comparison.queries.js';

/** The month of this centre beside that of others, in a sentence for each network. Nothing while there is no group: most centres are in none. */
export function CentresBeside({ month }: { month: string }): ReactNode {
  const { t } = useTranslation();
  const { data: groups = [] } = useCentreGroups(month);
  if (groups.length === 0) return null;
  return (
    <section className="section" aria-labelledby="report-centres">
      <header><h2 id="report-centres">{t('comparison.title')}</h2></header>
      {groups.map(({ network, networkLabel, centres, low, middle, high, own }) => <p key={network}>{t('comparison.sentence', { network: networkLabel, centres, low, middle, high, own })}</p>)}
      <p className="report-detail">{t('comparison.explained')}</p>
    </section>
  );
}
