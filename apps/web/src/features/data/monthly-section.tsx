import type { Channel, MonthlyFigure, NetworkDescriptor } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { QueryView } from '../../ui/query-view.js';
import { Table } from '../../ui/table.js';
import { useMonthlyFigures } from './channel.queries.js';
import { MonthlyForm } from './monthly-form.js';
import { isEnteredMeasure } from './monthly-measures.js';

interface MonthlySectionProps { channel: Channel; network: NetworkDescriptor }

/** Figures of whole months, copied by hand from the network's screen. */
export function MonthlySection({ channel, network }: MonthlySectionProps): ReactNode {
  const { t } = useTranslation();
  const figures = useMonthlyFigures(channel.id);
  return (
    <section className="section" id="mois" aria-labelledby="hand-month">
      <header><h2 id="hand-month">{t('hand.month.title')}</h2><p>{t('hand.month.text')}</p></header>
      <div className="two-columns">
        <MonthlyForm channelId={channel.id} network={network} />
        <QueryView query={figures}>{(known) => <KnownFigures figures={known} />}</QueryView>
      </div>
    </section>
  );
}

function KnownFigures({ figures }: { figures: readonly MonthlyFigure[] }): ReactNode {
  const { t, write } = useTranslation();
  if (figures.length === 0) return <p className="note quiet">{t('hand.month.none')}</p>;
  return (
    <div>
      <Table
        caption={t('hand.month.known')} copies
        columns={[
          { key: 'month', title: t('hand.month.month'), isHeading: true, cell: ({ month }) => write.monthAndYear(month) },
          { key: 'measure', title: t('hand.month.basis'), cell: (figure) => <MeasureCell figure={figure} /> },
          { key: 'value', title: t('hand.month.value'), align: 'end', cell: ({ value, basis }) => (basis === 'people_estimated' ? `≈\u00A0${write.number(value)}` : write.number(value)) },
        ]}
        rows={figures.toSorted((one, other) => other.month.localeCompare(one.month) || one.measure.localeCompare(other.measure))}
        keyOf={({ month, measure }) => `${month} ${measure}`}
      />
      <p className="small quiet">{t('hand.month.correct')}</p>
    </div>
  );
}

function MeasureCell({ figure: { measure, basis, note } }: { figure: MonthlyFigure }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {sayMeasure(measure, basis, t)}
      {note !== null && note !== '' && <small className="cell-note">{note}</small>}
    </>
  );
}

/** The label of `basis` says what was counted; actions are named by what was done. */
function sayMeasure(measure: MonthlyFigure['measure'], basis: MonthlyFigure['basis'], t: Translation['t']): string {
  return basis === 'actions' && isEnteredMeasure(measure) ? t(`hand.measure.${measure}`) : t(`hand.basis.${basis}`);
}
