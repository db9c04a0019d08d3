import { adviceWords, intervalOf, intervalWords, isSureOf, localDay, type ChannelOutlook, type Recommendation, type RecommendationEvidence } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useEvidence } from '../../api/outlook.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../button.js';
import { CountedPosts } from './counted-posts.js';
import { IntervalPicture } from './interval-picture.js';
import { MonthTable } from './month-table.js';
import { isOfLevel, restsOnMonths, sayBasis, sayDoubts, sayHeldEqual, sayHistory, sayPlain, type Explaining } from './say-evidence.js';

interface EvidenceProps { outlook: ChannelOutlook; record: Recommendation }

/** « Comment le savons-nous ? » What it holds is fetched when somebody opens it. */
export function Evidence({ outlook, record }: EvidenceProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const evidence = useEvidence(record.id, isOpen);
  return (
    <details className="evidence" onToggle={(event) => { setOpen(event.currentTarget.open); }}>
      <summary><span>{t('evidence.open')}</span></summary>
      {evidence.data !== undefined && <Explanation outlook={outlook} record={record} evidence={evidence.data} />}
      {evidence.data === undefined && isOpen && (evidence.error === null
        ? <p className="note quiet" role="status">{t('evidence.loading')}</p>
        : <div className="row" role="alert"><p className="note">{t('evidence.failed')}</p><Button onClick={() => { void evidence.refetch(); }}>{t('failure.retry')}</Button></div>)}
    </details>
  );
}

function Explanation({ outlook, record, evidence }: EvidenceProps & { evidence: RecommendationEvidence }): ReactNode {
  const translation = useTranslation();
  const { t, write, locale } = translation;
  const explaining: Explaining = { outlook, words: adviceWords(locale), translation };
  const [plain, equal] = [sayPlain(record, evidence, explaining), sayHeldEqual(record, evidence, explaining)];
  const history = sayHistory(evidence, explaining);
  const doubts = sayDoubts(record, explaining);
  return (
    <>
      <dl className="evidence-how">
        <div><dt>{t('evidence.on')}</dt>{sayBasis(record, evidence, explaining).map((sentence) => <dd key={sentence}>{sentence}</dd>)}</div>
        {plain !== null && <div><dt>{t('evidence.plain')}</dt><dd>{plain}</dd></div>}
        <Range record={record} explaining={explaining} />
        {equal !== null && <div><dt>{t('evidence.equal')}</dt><dd>{equal}</dd></div>}
        {doubts.length > 0 && <div><dt>{t('evidence.doubt')}</dt>{doubts.map((sentence) => <dd key={sentence}>{sentence}</dd>)}</div>}
        {restsOnMonths(record, outlook) && <div><dt>{t('evidence.months')}</dt><dd><MonthTable months={outlook.trend.months} /></dd></div>}
        {isOfLevel(record) && evidence.posts.length > 0 && <div><dt>{t('evidence.posts')}</dt><dd><CountedPosts posts={evidence.posts} total={evidence.level.posts} /></dd></div>}
        {history.length > 0 && <div><dt>{t('evidence.before')}</dt>{history.map((sentence) => <dd key={sentence}>{sentence}</dd>)}</div>}
      </dl>
      <p className="small quiet">{t('evidence.made', { day: write.longDay(localDay(new Date(evidence.madeAt), outlook.timeZone)), version: evidence.methodVersion })}</p>
    </>
  );
}

/** « Probablement » is explained where the range is drawn. */
function Range({ record, explaining: { words, translation: { t } } }: { record: Recommendation; explaining: Explaining }): ReactNode {
  const interval = intervalOf(record);
  if (interval === null) return null;
  const isSure = isSureOf(record);
  return <div><dt>{t('evidence.range')}</dt><dd><IntervalPicture interval={interval} isSure={isSure} words={intervalWords(interval, words, isSure)} /></dd><dd className="small quiet">{words.say('advice.help')}</dd></div>;
}
