import { type AuditEntry, auditActs, may } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { Button } from '../../ui/button.js';
import { Failure } from '../../ui/failure.js';
import { SelectField, TextField } from '../../ui/field.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { PeriodFields } from '../../ui/period-fields.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { useAddress } from '../../ui/use-address.js';
import { useWritten } from '../../ui/use-written.js';
import { isNarrowed, type JournalChoices, readChoices, writeChoices } from './journal-choices.js';
import { useJournal } from './journal.queries.js';
import { sayAbout, sayActor } from './say-entry.js';
import './journal.css';

/** Who did what in the organisation, for those who may read it. */
export function JournalPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name, role } = useCurrentOrganisation();
  useDocumentTitle(t('journal.title'), name);
  return (
    <>
      <BackLink to={`/o/${slug}/reglages`}>{t('settings.title')}</BackLink>
      <div className="page-title"><PageHeading>{t('journal.title')}</PageHeading><p>{t(may(role, 'readJournal') ? 'journal.text' : 'journal.others')}</p></div>
      {may(role, 'readJournal') && <Journal />}
    </>
  );
}

function Journal(): ReactNode {
  const { t } = useTranslation();
  const [address, change] = useAddress();
  const choices = readChoices(address);
  const choose = (changed: Partial<JournalChoices>): void => { change((current) => writeChoices({ ...readChoices(current), ...changed }, current)); };
  const journal = useJournal(choices);
  const entries = journal.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <Filters choices={choices} choose={choose} />
      {journal.error !== null && <Failure error={journal.error} onRetry={() => { void journal.refetch(); }} />}
      {journal.isPending && <LoadingState />}
      {journal.data !== undefined && (entries.length === 0
        ? <EmptyState title={t(isNarrowed(choices) ? 'journal.nothing' : 'journal.empty')} />
        : <div aria-busy={journal.isPlaceholderData}><Entries entries={entries} choices={choices} /></div>)}
      {journal.hasNextPage && <p className="journal-more"><Button isBusy={journal.isFetchingNextPage} onClick={() => { void journal.fetchNextPage(); }}>{t('ui.more.next')}</Button></p>}
    </>
  );
}

interface FiltersProps { choices: JournalChoices; choose: (changed: Partial<JournalChoices>) => void }

function Filters({ choices, choose }: FiltersProps): ReactNode {
  const { t } = useTranslation();
  const [written, setWritten] = useWritten(choices.q, choices.q);
  const search = (): void => { if (written.trim() !== choices.q) choose({ q: written.trim() }); };
  const acts = [{ value: '', label: t('journal.act.any') }, ...auditActs.map((value) => ({ value, label: t(`journal.act.${value}`) }))];
  return (
    <form className="journal-filters no-print" role="search" onSubmit={(event) => { event.preventDefault(); search(); }}>
      <TextField label={t('journal.q')} type="search" value={written} maxLength={200} autoComplete="off" onChange={({ target }) => { setWritten(target.value); }} onBlur={search} />
      <SelectField label={t('journal.act')} value={choices.act} choices={acts} onChange={({ target }) => { choose({ act: auditActs.find((known) => known === target.value) ?? '' }); }} />
      <PeriodFields from={choices.from} to={choices.to} onChoose={choose} />
      {isNarrowed(choices) && <Button kind="plain" onClick={() => { choose({ act: '', personId: '', from: '', to: '', q: '' }); }}>{t('journal.all')}</Button>}
    </form>
  );
}

function Entries({ entries, choices }: { entries: readonly AuditEntry[]; choices: JournalChoices }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const clock = useOwnClock();
  const who = ({ actor }: AuditEntry): ReactNode => {
    const { kind, id } = actor;
    return kind === 'person' && id !== null ? <Link to={`?${writeChoices({ ...choices, personId: id }, new URLSearchParams()).toString()}`} replace preventScrollReset>{sayActor(actor, t)}</Link> : sayActor(actor, t);
  };
  return (
    <Table
      caption={t('journal.title')} isCaptionHidden rows={entries} keyOf={({ id }) => id} narrow="stack" copies
      columns={[
        { key: 'at', title: t('journal.when'), isHeading: true, cell: ({ at }) => sayWhen(at, { ...clock, translation }) },
        { key: 'who', title: t('journal.who'), cell: who },
        { key: 'act', title: t('journal.what'), cell: ({ act }) => t(`journal.act.${act}`) },
        { key: 'about', title: t('journal.about'), cell: (entry) => sayAbout(entry, translation) ?? '—' },
      ]}
    />
  );
}
