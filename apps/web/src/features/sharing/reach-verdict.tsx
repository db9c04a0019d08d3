import { adviceWords, sayRecommendation, type ChannelOutlook } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { VerdictInterval } from '../../ui/advice/verdict-line.js';

interface ReachVerdictProps { outlook: ChannelOutlook | null; dimension: 'share_oriented' | 'rendezvous'; title: string }

/** What is known of the reach of such posts, in the words of the recommendations. Nothing while it is not here. */
export function ReachVerdict({ outlook, dimension, title }: ReachVerdictProps): ReactNode {
  const { locale } = useTranslation();
  const record = outlook?.records.find((one) => one.dimension === dimension);
  if (outlook === null || record === undefined) return null;
  const said = sayRecommendation(record, outlook, adviceWords(locale));
  return (
    <div className="reach-verdict">
      <h3>{title}</h3>
      <p><strong>{said.title}</strong> {said.text}</p>
      <VerdictInterval verdict={record} />
    </div>
  );
}
