import { planTextLengths } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { TextField } from '../../ui/field.js';
import { TheirsBeside } from './others-notice.js';
import type { PlanDesk } from './use-plan-desk.js';

/** When the plan was adopted, and by which body; a day that has come. */
export function AdoptionFields({ desk, today }: { desk: PlanDesk; today: string }): ReactNode {
  const { t } = useTranslation();
  const { adoption } = desk.text;
  const refusalOf = (whys: readonly string[]): string | undefined => {
    const refused = desk.refusals.find(({ why }) => whys.includes(why));
    return refused === undefined ? undefined : t(`writtenPlan.refused.${refused.why}`);
  };
  return (
    <section className="written-section" aria-labelledby="written-adoption">
      <header><h2 id="written-adoption">{t('writtenPlan.adoption.title')}</h2><p className="small quiet">{t('writtenPlan.adoption.text')}</p></header>
      <div className="written-body written-part">
        <TextField label={t('writtenPlan.adoption.day')} type="date" max={today} value={adoption.first} refusal={refusalOf(['adoption.day', 'adoption.toCome'])} onChange={({ target }) => { desk.change({ adoption: { ...adoption, first: target.value } }); }} />
        <TextField label={t('writtenPlan.adoption.by')} hint={t('writtenPlan.adoption.by.hint')} value={adoption.second} maxLength={planTextLengths.adoptedBy} autoComplete="off" refusal={refusalOf(['adoption.by'])} onChange={({ target }) => { desk.change({ adoption: { ...adoption, second: target.value } }); }} />
        <TheirsBeside field="adoption" desk={desk} />
      </div>
    </section>
  );
}
