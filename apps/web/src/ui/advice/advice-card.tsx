import { adviceWords, sayBeside, sayRecommendation, type ChannelOutlook, type Recommendation } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { CertaintySign } from './certainty-sign.js';
import { Evidence } from './evidence.js';
import { TestedRange } from './tested-range.js';
import './advice.css';

interface AdviceCardProps {
  outlook: ChannelOutlook;
  record: Recommendation;
  /** « Instagram »; left out on a page that is about one channel already. */
  place?: string;
  /** Where to go from here: stands at the side. */
  side?: ReactNode;
  /** A drawing or remarks between the text and the explanation. */
  children?: ReactNode;
}

/** A recommendation: how sure, about which channel, the finding, its range and its posts, and how we know. One that the team tested says that instead. */
export function AdviceCard({ outlook, record, place, side, children }: AdviceCardProps): ReactNode {
  const { locale } = useTranslation();
  const words = adviceWords(locale);
  const { mark, state, title, text } = sayRecommendation(record, outlook, words);
  return (
    <article className="advice" data-mark={mark}>
      <p className="advice-sure"><CertaintySign mark={mark} /><span>{state}{place !== undefined && <>{' '}<span className="advice-place">{place}</span></>}</span></p>
      <div className="advice-body">
        <h3>{title}</h3>
        <p>{text}</p>
        {children}
        {sayBeside(record, outlook, words).map((line) => <p key={line} className="note quiet">{line}</p>)}
        {record.tested !== undefined && <TestedRange record={record} words={words} />}
        {record.tested === undefined && record.reason !== 'no-reach' && <Evidence outlook={outlook} record={record} />}
      </div>
      {side !== undefined && <div className="advice-side">{side}</div>}
    </article>
  );
}
