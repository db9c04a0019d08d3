import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Segmented } from '../../ui/segmented.js';
import { TimeZoneField } from '../../ui/time-zone-field.js';
import type { MappingPartProps } from './mapping-columns.js';
import { samplesOf } from './mapping-draft.js';
import { dateOrders, namesItsMonth, readSampleDate, type DateOrder } from './sample-date.js';

/** In which order dates are written and in whose time, with the first ones read aloud as chosen. */
export function MappingDates({ preview, draft, refusals, onChange }: MappingPartProps): ReactNode {
  const { t } = useTranslation();
  const samples = samplesOf(preview, draft.columns.published_at);
  return (
    <section aria-labelledby="map-times">
      <h2 id="map-times">{t('import.map.times')}</h2>
      <div className="form">
        <Segmented<DateOrder>
          label={t('import.map.order')} value={draft.dateOrder} onChoose={(dateOrder) => { onChange({ ...draft, dateOrder }); }}
          choices={dateOrders.map((order) => ({ value: order, label: t(`import.map.order.${order}`) }))}
        />
        <div className="mapping-reads" role="status">
          {samples.length === 0 ? <p className="note quiet">{t('import.map.noDate')}</p> : <ul>{samples.map((sample) => <SampleLine key={sample} text={sample} order={draft.dateOrder} />)}</ul>}
        </div>
        <TimeZoneField
          label={t('import.map.zone')} hint={t('import.map.zone.hint')} defaultValue={draft.timeZone} onChange={(event) => { onChange({ ...draft, timeZone: event.target.value.trim() }); }}
          refusal={refusals.some(({ kind }) => kind === 'zone') ? t('settings.organisation.timeZone.unknown') : undefined}
        />
      </div>
    </section>
  );
}

function SampleLine({ text, order }: { text: string; order: DateOrder }): ReactNode {
  const { t, write } = useTranslation();
  const read = readSampleDate(text, order);
  if (namesItsMonth(text)) return <li>{t('import.map.readsWords', { text })}</li>;
  if (read === null) return <li><b>{t('import.map.unreadable', { text })}</b></li>;
  const day = write.longDay(read.day);
  return <li>{read.time === null ? <b>{t('import.map.readsAs', { text, day })}</b> : t('import.map.readsAsTime', { text, day, time: write.time(read.time) })}</li>;
}
