import { localDay } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { Progress } from '../../ui/progress.js';
import { FileDrop } from './file-drop.js';
import { UploadFailure } from './upload-failure.js';
import { useUpload } from './use-upload.js';
import './data.css';

/** Hands in a file: which one, downloaded when, and for which channel where the file does not say. */
export function ImportStartPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  useDocumentTitle(t('import.start.document'), name);
  return (
    <>
      <div className="page-title">
        <BackLink to={`/o/${slug}/donnees`}>{t('data.back')}</BackLink>
        <PageHeading>{t('import.start.title')}</PageHeading>
        <p>{t('import.start.text')}</p>
      </div>
      <ImportForm />
      <section className="section note" aria-labelledby="import-how">
        <h2 id="import-how">{t('import.how.title')}</h2>
        <p className="import-how">{t('import.how.meta')}</p>
        <p className="import-how">{t('import.how.again')}</p>
      </section>
    </>
  );
}

function ImportForm(): ReactNode {
  const { t } = useTranslation();
  const { timeZone, today } = useCurrentOrganisation();
  const [parameters] = useSearchParams();
  const upload = useUpload();
  const [file, setFile] = useState<File | null>(null);
  const [observedDay, setObservedDay] = useState(today);
  const [channelId, setChannelId] = useState(parameters.get('canal') ?? '');
  const [isTried, setTried] = useState(false);
  const choose = (chosen: File): void => {
    setFile(chosen);
    const ownDay = localDay(new Date(chosen.lastModified), timeZone);
    setObservedDay(ownDay > today ? today : ownDay);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (file !== null && observedDay !== '' && observedDay <= today) upload.start({ file, observedDay, channelId: channelId === '' ? null : channelId });
  };
  const isFuture = observedDay > today;
  if (upload.state.kind === 'sending') return <Sending name={upload.state.name} sent={upload.state.sent} onStop={upload.stop} />;
  return (
    <form className="form import-form" onSubmit={onSubmit} noValidate>
      {upload.state.kind === 'failed' && <UploadFailure error={upload.state.error} />}
      {upload.state.kind === 'stopped' && <p className="note" role="status">{t('import.stopped')}</p>}
      <FileDrop file={file} onChoose={choose} isMissing={isTried} />
      <TextField
        label={t('import.observed')} hint={t(file === null ? 'import.observed.hint' : 'import.observed.guess')} type="date" max={today} value={observedDay}
        onChange={(event) => { setObservedDay(event.target.value); }} refusal={isFuture || (isTried && observedDay === '') ? t('import.observed.future') : undefined}
      />
      <ChannelChoice channelId={channelId} onChange={setChannelId} />
      <Button kind={file === null ? 'ordinary' : 'act'} type="submit">{t('import.send')}</Button>
    </form>
  );
}

function ChannelChoice({ channelId, onChange }: { channelId: string; onChange: (channelId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const channels = useChannels(slug);
  if (channels.data === undefined || channels.data.length === 0) return null;
  const choices = [{ value: '', label: t('import.channel.unknown') }, ...channels.data.map(({ id, name }) => ({ value: id, label: name }))];
  return <SelectField label={t('import.channel')} hint={t('import.channel.hint')} value={channelId} choices={choices} onChange={(event) => { onChange(event.target.value); }} />;
}

function Sending({ name, sent, onStop }: { name: string; sent: number; onStop: () => void }): ReactNode {
  const { t, write } = useTranslation();
  return (
    <div className="import-progress">
      <p className="import-file-name">{t('import.sending', { name })}</p>
      <Progress label={t('import.sending', { name })} value={sent} />
      <p className="note">{t('import.sent', { percent: write.percent(sent) })}</p>
      <Button kind="plain" onClick={onStop}>{t('import.stop')}</Button>
    </div>
  );
}
