import type { PlanLine, PlanOutcome } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { usePlanOutcomes } from '../../api/plan-links.queries.js';
import { usePlanLines } from '../../api/plan.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { CertaintySign } from '../../ui/advice/certainty-sign.js';
import { VerdictInterval } from '../../ui/advice/verdict-line.js';
import { Button } from '../../ui/button.js';
import { Explain } from '../../ui/explain.js';
import { sayLimits, sayOutcome, sayOutcomeState, type Told } from '../../ui/decide/say-outcome.js';
import '../../ui/advice/advice.css';
import './outcome.css';

/** What following a line changed, as far as that can be known; or why nothing is measured of it. */
export function LineOutcome({ line }: { line: PlanLine }): ReactNode {
  const { t } = useTranslation();
  const outcome = usePlanOutcomes().data?.find(({ lineId }) => lineId === line.id);
  if (outcome === undefined) return null;
  return outcome.kind === 'unmeasured' ? <p className="outcome-none">{t(`outcome.un.${outcome.reason}`)}</p> : <Outcome outcome={outcome} title={line.title} />;
}

/** Lines stand without it, and say so once. */
export function OutcomesUnread(): ReactNode {
  const { t } = useTranslation();
  const { error, data, refetch } = usePlanOutcomes();
  if (error === null || data !== undefined) return null;
  return <p className="note row outcome-unread">{t('outcome.failure')}<Button kind="plain" onClick={() => { void refetch(); }}>{t('failure.retry')}</Button></p>;
}

function Outcome({ outcome, title }: { outcome: Told; title: string }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { mark, state } = sayOutcomeState(outcome, translation);
  const [found, ...counted] = sayOutcome(outcome, translation);
  return (
    <div className="outcome">
      <p className="outcome-state"><CertaintySign mark={mark} />{state}<Explain word="outcome" what={t('outcome.of', { title })} /></p>
      <div>
        <p>{found}</p>
        {outcome.kind === 'measured' && <VerdictInterval verdict={drawn(outcome)} />}
        {counted.map((sentence) => <p key={sentence} className="note quiet">{sentence}</p>)}
        <Limits outcome={outcome} title={title} />
      </div>
    </div>
  );
}

/** The same drawing as of an advice: full where the interval leaves no difference out. */
function drawn({ verdict, effect, low, high, posts, dimension }: Extract<PlanOutcome, { kind: 'measured' }>): Parameters<typeof VerdictInterval>[0]['verdict'] {
  return { dimension, verdict, reason: null, effect, low, high, posts: posts.after };
}

function Limits({ outcome, title }: { outcome: Told; title: string }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { today } = useCurrentOrganisation();
  const lines = usePlanLines().data ?? [];
  const shared = lines.filter(({ id }) => outcome.sharedWith.includes(id)).map((line) => t('outcome.line', { title: line.title }));
  return (
    <details className="evidence">
      <summary aria-label={t('outcome.how.label', { title })}><span>{t('outcome.how')}</span></summary>
      <ul className="evidence-how">{sayLimits(outcome, { lines: shared, today }, translation).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </details>
  );
}
