import { may } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { WaitingCards, type WaitingProps } from '../../ui/decide/waiting-cards.js';
import { useRowFocus } from '../../ui/use-row-focus.js';

/** What waits for a decision. */
export function WaitingSection(props: WaitingProps): ReactNode {
  const { t } = useTranslation();
  const mayDecide = may(useCurrentOrganisation().role, 'managePlan');
  const { box, listeners } = useRowFocus<HTMLElement>(props.things.map(({ record }) => record.id));
  if (props.things.length === 0) return null;
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="plan-decide">
      <header><h2 id="plan-decide" tabIndex={-1}>{t('plan.decide.title')}</h2><p>{t(mayDecide ? 'plan.decide.text' : 'plan.decide.others')}</p></header>
      <WaitingCards {...props} />
    </section>
  );
}
