import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { AddChannelDialog } from './channel-dialog.js';
import { ChannelList } from './channel-list.js';
import { dataState } from './data-state.js';
import { ImportHistory } from './import-history.js';
import { useImports } from './import.queries.js';
import { sayDataState } from './say-channel.js';
import './data.css';

/** Where figures come in: channels, files, and what is typed in by hand. */
export function DataPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  useDocumentTitle(t('data.document'), name);
  const channels = useChannels(slug);
  const networks = useNetworks();
  const imports = useImports();
  return (
    <QueryView query={channels}>
      {(known) => (
        <QueryView query={networks}>
          {(descriptors) => (
            <>
              <DataHeading channels={known} imports={imports.data ?? []} />
              {known.length > 0 && <ChannelsSection channels={known} networks={descriptors} />}
              <QueryView query={imports}>{(files) => <ImportHistory imports={files} />}</QueryView>
            </>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

type HeadingProps = Omit<Parameters<typeof dataState>[0], 'today'>;

function DataHeading({ channels, imports }: HeadingProps): ReactNode {
  const { t } = useTranslation();
  const { slug, today } = useCurrentOrganisation();
  const state = dataState({ channels, imports, today });
  const importing = <ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('data.import')}</ButtonLink>;
  return (
    <>
      <div className="page-title"><PageHeading>{sayDataState(state, t)}</PageHeading></div>
      {channels.length > 0
        ? <div className="row data-actions">{importing}</div>
        : <EmptyState title={t('data.empty.title')} action={<div className="row">{importing}<AddChannel /></div>}>{t('data.empty.text')}</EmptyState>}
    </>
  );
}

function AddChannel(): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => { setOpen(true); }}>{t('data.addChannel')}</Button>
      <AddChannelDialog isOpen={isOpen} onClose={() => { setOpen(false); }} />
    </>
  );
}

function ChannelsSection(props: Parameters<typeof ChannelList>[0]): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="data-channels">
      <header className="row data-header"><h2 id="data-channels">{t('data.channels.title')}</h2><AddChannel /></header>
      <ChannelList {...props} />
    </section>
  );
}
