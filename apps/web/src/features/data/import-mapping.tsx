import type { Channel, ImportView, NetworkDescriptor } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { Notice } from '../../ui/notice.js';
import { QueryView } from '../../ui/query-view.js';
import { Table } from '../../ui/table.js';
import { isKnownTimeZone } from '../../ui/time-zone-field.js';
import { useDecideImport, useMapImport } from './import.queries.js';
import { MappingChannel } from './mapping-channel.js';
import { MappingColumns } from './mapping-columns.js';
import { MappingDates } from './mapping-dates.js';
import { firstDraft, refuseDraft, toMapping } from './mapping-draft.js';

type Preview = NonNullable<ImportView['preview']>;

/** A table that Portée does not know: a person says what its columns mean, once for all files of that shape. */
export function ImportMapping({ view }: { view: ImportView }): ReactNode {
  const { slug } = useCurrentOrganisation();
  const channels = useChannels(slug);
  const networks = useNetworks();
  const { preview } = view;
  if (preview === null) return null;
  return (
    <QueryView query={channels}>
      {(known) => <QueryView query={networks}>{(descriptors) => <MappingForm view={view} preview={preview} channels={known} networks={descriptors} />}</QueryView>}
    </QueryView>
  );
}

interface MappingFormProps { view: ImportView; preview: Preview; channels: readonly Channel[]; networks: readonly NetworkDescriptor[] }

function MappingForm({ view, preview, channels, networks }: MappingFormProps): ReactNode {
  const { t } = useTranslation();
  const { timeZone } = useCurrentOrganisation();
  const map = useMapImport(view.id);
  const decide = useDecideImport(view.id);
  const [draft, setDraft] = useState(() => firstDraft(preview, { channels, network: networks[0]?.network ?? '', timeZone, channelIds: view.channelIds }));
  const [isTried, setTried] = useState(false);
  const refusals = refuseDraft(draft, isKnownTimeZone);
  const shown = isTried ? refusals : [];
  const error = map.error ?? decide.error;
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (refusals.length === 0) map.mutate(toMapping(draft));
    else focusFirstRefusal(event.currentTarget);
  };
  return (
    <form className="import-body mapping" onSubmit={onSubmit} noValidate>
      {error !== null && <FormRefusal>{sayProblem(error, t)}</FormRefusal>}
      <p>{t('import.map.text')}</p>
      <Notice><p>{t(preview.remembered ? 'import.map.remembered' : 'import.map.forNext')}</p></Notice>
      <PreviewTable preview={preview} />
      <MappingColumns preview={preview} draft={draft} refusals={shown} onChange={setDraft} />
      <MappingDates preview={preview} draft={draft} refusals={shown} onChange={setDraft} />
      <MappingChannel channels={channels} networks={networks} draft={draft} refusals={shown} onChange={setDraft} />
      <div className="row">
        <Button kind="act" type="submit" isBusy={map.isPending}>{t('import.map.do')}</Button>
        <Button isBusy={decide.isPending} onClick={() => { decide.mutate({ decision: 'refuse' }); }}>{t('import.decision.giveUp')}</Button>
      </div>
    </form>
  );
}

/** Once the refusals are drawn, the first refused field takes focus: its reason is read with it. */
function focusFirstRefusal(form: HTMLFormElement): void {
  requestAnimationFrame(() => { form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); });
}

function PreviewTable({ preview: { headers, rows } }: { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  // Headers may repeat and rows are nobody's: their place is their name.
  const columns = headers.map((header, place) => ({ key: String(place), title: header, cell: ({ cells }: { cells: string[] }) => <span className="preview-cell">{cells[place] ?? ''}</span> }));
  return (
    <section aria-labelledby="map-preview">
      <h2 id="map-preview">{t('import.map.preview')}</h2>
      <Table caption={t('import.map.preview')} isCaptionHidden columns={columns} rows={rows.slice(0, 5).map((cells, place) => ({ cells, place }))} keyOf={({ place }) => String(place)} />
    </section>
  );
}
