import { may } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';
import { useComparisonSetting, useSetComparison } from '../../api/comparison.queries.js';

/** Whether this centre is compared with others: what it gives and receives is said first. A demonstration is in no group. */
export function ComparisonSection(): ReactNode {
  const { t } = useTranslation();
  const { role, isDemonstration } = useCurrentOrganisation();
  const query = useComparisonSetting();
  if (isDemonstration) return null;
  return (
    <section className="section no-print" aria-labelledby="privacy-comparison">
      <header><h2 id="privacy-comparison">{t('comparison.title')}</h2><p>{t('comparison.text')}</p></header>
      <ul className="privacy-list">{(['gives', 'receives', 'stays'] as const).map((what) => <li key={what}>{t(`comparison.${what}`)}</li>)}</ul>
      <QueryView query={query}>{({ agreed }) => <><p>{t(agreed ? 'comparison.agreed' : 'comparison.notAgreed')}</p>{may(role, 'managePrivacy') && <Change agreed={agreed} />}</>}</QueryView>
    </section>
  );
}

function Change({ agreed }: { agreed: boolean }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const set = useSetComparison();
  const change = (): void => { set.mutateAsync(!agreed).then(() => { toast(t(agreed ? 'comparison.left' : 'comparison.joined')); }, () => undefined); };
  return (
    <div className="form">
      <FormFailure error={set.error} />
      <div className="row"><Button isBusy={set.isPending} onClick={change}>{t(agreed ? 'comparison.leave' : 'comparison.agree')}</Button></div>
    </div>
  );
}
