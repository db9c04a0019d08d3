import type { Measure, Network } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { toldMeasures } from './told-measures.js';

/** What a connection to a network brings, and what it does not, in two lines. */
export function ToldMeasures({ network }: { network: Network }): ReactNode {
  const { t } = useTranslation();
  const { given, missing } = toldMeasures(network);
  const say = (measures: readonly Measure[]): string => measures.map((measure) => t(`collect.measure.${measure}`)).join('\u00A0· ') || t('connect.pick.none');
  return (
    <dl className="told">
      <dt>{t('connect.pick.tells')}</dt><dd>{say(given)}</dd>
      <dt>{t('connect.pick.silent')}</dt><dd>{say(missing)}</dd>
    </dl>
  );
}
