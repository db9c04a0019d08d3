import type { Agenda, AgendaLeftOut } from '@portee/shared';
import { useId, type ChangeEvent, type ReactNode } from 'react';
import { useAgenda, useRemoveAgenda, useReplaceAgenda, useRestoreAgenda } from '../../api/agenda.queries.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';

/** The centre's own agenda: its file, what was kept of it, and a way to take it out. */
export function AgendaPanel({ onClose }: { onClose: () => void }): ReactNode {
  return <QueryView query={useAgenda()}>{(standing) => <Panel standing={standing} onClose={onClose} />}</QueryView>;
}

function Panel({ standing, onClose }: { standing: Agenda | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const changing = useChanging(standing, onClose);
  return (
    <div className="agenda-panel">
      <p>{t('agenda.panel.text')}</p>
      <p className="small quiet">{t('agenda.panel.private')}</p>
      <FormFailure error={changing.failure} />
      {standing !== null && <Standing agenda={standing} />}
      <div className="row agenda-file">
        <AgendaFile label={t(standing === null ? 'agenda.import' : 'agenda.replace')} onFile={changing.replace} isBusy={changing.isBusy} />
        {standing !== null && <Button kind="plain" isBusy={changing.isBusy} onClick={() => { changing.remove(standing); }}>{t('agenda.remove')}</Button>}
      </div>
    </div>
  );
}

interface Changing { replace: (file: File) => void; remove: (agenda: Agenda) => void; isBusy: boolean; failure: Error | null }

/** What is done is said below, and can be undone there; what was left out of a file is read first. */
function useChanging(standing: Agenda | null, onClose: () => void): Changing {
  const { t } = useTranslation();
  const toast = useToast();
  const replacing = useReplaceAgenda();
  const removing = useRemoveAgenda();
  const restoring = useRestoreAgenda();
  const undo = (work: Promise<unknown>): void => { work.catch((error: unknown) => { toast(sayProblem(error, t)); }); };
  return {
    replace: (file) => {
      removing.reset();
      // Where it is refused, the panel says so.
      replacing.mutateAsync({ file, standing }).then((made) => {
        toast(t('agenda.done.imported', { count: made.kept }), () => { undo(standing === null ? removing.mutateAsync(made.id) : restoring.mutateAsync({ id: standing.id, standing: made })); });
        if (made.leftOut.length + made.unknownZones.length === 0) onClose();
      }, () => undefined);
    },
    remove: ({ id }) => {
      replacing.reset();
      removing.mutateAsync(id).then(() => { onClose(); toast(t('agenda.done.removed'), () => { undo(restoring.mutateAsync({ id, standing: null })); }); }, () => undefined);
    },
    isBusy: replacing.isPending || removing.isPending, failure: replacing.error ?? removing.error,
  };
}

function AgendaFile({ label, onFile, isBusy }: { label: string; onFile: (file: File) => void; isBusy: boolean }): ReactNode {
  const id = useId();
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = Array.from(currentTarget.files ?? []);
    // Emptied, so that the same file, put right, can be chosen again.
    currentTarget.value = '';
    if (file !== undefined && !isBusy) onFile(file);
  };
  return (
    <>
      <input id={id} type="file" accept=".ics,text/calendar" aria-busy={isBusy} onChange={onChange} />
      <label className="button" data-kind="act" htmlFor={id}>{label}</label>
    </>
  );
}

function Standing({ agenda }: { agenda: Agenda }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { timeZone } = useCurrentOrganisation();
  const clock = useOwnClock();
  const { importedAt, kept, told, from, to, leftOut, unknownZones } = agenda;
  return (
    <div className="agenda-standing" role="status">
      <p>{t('agenda.standing', { when: sayWhen(importedAt, { ...clock, translation }), told, kept, from: write.longDay(from), to: write.longDay(to) })}</p>
      {leftOut.length > 0 && <><h3>{t('agenda.leftOut')}</h3><ul>{leftOut.map((one) => <LeftOut key={one.reason} leftOut={one} />)}</ul></>}
      {unknownZones.length > 0 && <p className="small">{t('agenda.unknownZones', { zones: write.list(unknownZones), zone: timeZone })}</p>}
    </div>
  );
}

function LeftOut({ leftOut: { reason, count, titles } }: { leftOut: AgendaLeftOut }): ReactNode {
  const { t, write } = useTranslation();
  return <li>{t(`agenda.leftOut.${reason}`, { count })}{titles.length > 0 && <small> {t('agenda.leftOut.titles', { titles: write.list(titles), more: Math.max(0, count - titles.length) })}</small>}</li>;
}
