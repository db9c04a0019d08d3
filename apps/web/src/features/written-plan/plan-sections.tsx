import { planWords, sayWeek, weekDrawing, type PlanDocument, type PlanSectionKey, type SaidBlock, type SaidSection } from '@portee/shared';
import type { ReactNode } from 'react';
import { weekdayName } from '../../format/weekdays.js';
import { useTranslation } from '../../locales/translation.js';
import { SmallDrawing } from '../../ui/chart/small-drawing.js';

interface PlanSectionsProps {
  document: PlanDocument;
  sections: readonly SaidSection[];
  /** Under a heading of their own. */
  isBelow?: boolean;
  /** What takes the place of the team's own text while it is changed; nothing for a section in which the team writes nothing. */
  editorOf?: (key: PlanSectionKey) => ReactNode;
}

/** The sections in the order of reading, each with its title in the margin, as on paper. */
export function PlanSections({ document, sections, isBelow = false, editorOf }: PlanSectionsProps): ReactNode {
  const Title = isBelow ? 'h3' : 'h2';
  return sections.map(({ key, title, question, blocks }) => (
    <section key={key} className="written-section" aria-labelledby={`written-${key}`}>
      <header><Title id={`written-${key}`}>{title}</Title><p className="small quiet">{question}</p></header>
      <div className="written-body">
        {editorOf?.(key)}
        {key === 'channels' && document.known.appointments.length > 0 && <Week document={document} />}
        {blocks.filter(({ isOurs }) => editorOf === undefined || !isOurs).map((block, place) => <Block key={place} block={block} isBelow={isBelow} />)}
      </div>
    </section>
  ));
}

function Block({ block: { title, isOurs, paragraphs, rows }, isBelow }: { block: SaidBlock; isBelow: boolean }): ReactNode {
  const { t } = useTranslation();
  const Title = isBelow ? 'h4' : 'h3';
  return (
    <div className="written-block">
      {title !== null && <Title>{title}</Title>}
      {isOurs && paragraphs.length === 0 && rows.length === 0 && <p className="quiet">{t('writtenPlan.notWritten')}</p>}
      {paragraphs.map((paragraph, place) => <p key={place}>{paragraph}</p>)}
      {rows.length > 0 && <dl className="written-rows">{rows.map(({ head, detail }, place) => <div key={place}><dt>{head}</dt>{detail !== null && <dd>{detail}</dd>}</div>)}</dl>}
    </div>
  );
}

/** Wide enough for the days' whole names. */
const WIDE = 620;

/** What is promised in a week, as notes on a stave. */
function Week({ document }: { document: PlanDocument }): ReactNode {
  const { locale, write } = useTranslation();
  const words = planWords(locale);
  const draw = (width: number): ReturnType<typeof weekDrawing> => weekDrawing(document.known.appointments, { days: [1, 2, 3, 4, 5, 6, 7].map((day) => weekdayName(day, locale, width < WIDE ? 'short' : 'long')), time: (time) => write.time(time) }, width);
  return <SmallDrawing draw={draw} label={sayWeek(document, words)} />;
}
