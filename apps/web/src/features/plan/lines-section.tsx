import type { Channel, PlanLine } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useRemoveLine, useRestoreLine } from '../../api/plan.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { EmptyState } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { LineDialog } from './line-dialog.js';

/** What the team means to do; what has ended stands apart. */
export function LinesSection({ lines }: { lines: readonly PlanLine[] }): ReactNode {
  const { t } = useTranslation();
  const { role, today, slug } = useCurrentOrganisation();
  const channels = useChannels(slug).data ?? [];
  const [edited, setEdited] = useState<{ line: PlanLine | null } | null>(null);
  const toast = useToast();
  const remove = useRemoveLine();
  const restore = useRestoreLine();
  const onRemove = ({ id }: PlanLine): void => { remove.mutate(id, { onSuccess: () => { toast(t('plan.line.removed'), () => { restore.mutate(id); }); } }); };
  const failure = remove.error ?? restore.error;
  const mayChange = role === 'owner' || role === 'coordinator';
  const [running, ended] = [lines.filter(({ toDay }) => toDay === null || toDay >= today), lines.filter(({ toDay }) => toDay !== null && toDay < today)];
  const add = mayChange ? <Button onClick={() => { setEdited({ line: null }); }}>{t('plan.lines.add')}</Button> : null;
  const change = mayChange ? { onEdit: (line: PlanLine): void => { setEdited({ line }); }, onRemove } : null;
  return (
    <section className="section" aria-labelledby="plan-lines">
      <header className="row plan-header"><h2 id="plan-lines">{t('plan.lines.title')}</h2>{running.length > 0 && add}</header>
      {failure !== null && <FormRefusal>{sayProblem(failure, t)}</FormRefusal>}
      {running.length === 0 ? <EmptyState title={t('plan.lines.none')} action={add}>{t('plan.lines.none.text')}</EmptyState> : <Lines lines={running} channels={channels} change={change} />}
      {ended.length > 0 && <details className="plan-ended"><summary>{t('plan.lines.ended', { count: ended.length })}</summary><Lines lines={ended} channels={channels} change={change} /></details>}
      <LineDialog edited={edited} channels={channels} onClose={() => { setEdited(null); }} />
    </section>
  );
}

interface LinesProps {
  lines: readonly PlanLine[];
  channels: readonly Channel[];
  /** Null: this person may not. */
  change: { onEdit: (line: PlanLine) => void; onRemove: (line: PlanLine) => void } | null;
}

function Lines({ lines, channels, change }: LinesProps): ReactNode {
  return <ul className="plan-lines">{lines.map((line) => <Line key={line.id} line={line} channels={channels} change={change} />)}</ul>;
}

function Line({ line, channels, change }: Omit<LinesProps, 'lines'> & { line: PlanLine }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  return (
    <li>
      <div>
        <b>{line.title}</b>
        <small>{factsOf(line, channels, translation).join('\u00A0· ')}</small>
        {line.note !== null && line.note !== '' && <p className="note plan-note">{line.note}</p>}
      </div>
      {change !== null && (
        <div className="row">
          <Button aria-label={t('plan.line.editOf', { title: line.title })} onClick={() => { change.onEdit(line); }}>{t('plan.line.edit')}</Button>
          <Button kind="plain" aria-label={t('plan.line.removeOf', { title: line.title })} onClick={() => { change.onRemove(line); }}>{t('plan.line.remove')}</Button>
        </div>
      )}
    </li>
  );
}

/** « Règle · Instagram · communication · depuis le 3 novembre 2026 » */
function factsOf({ kind, channelId, role, fromDay, toDay, decisionId }: PlanLine, channels: readonly Channel[], { t, write }: Translation): string[] {
  const channel = channels.find(({ id }) => id === channelId)?.name;
  return [
    t(`plan.kind.${kind}`), ...(channelId === null ? [t('plan.line.allChannels')] : channel === undefined ? [] : [channel]), ...(role === null ? [] : [role]),
    toDay === null ? t('plan.line.since', { day: write.longDay(fromDay) }) : t('plan.line.between', { from: write.longDay(fromDay), to: write.longDay(toDay) }),
    ...(decisionId === null ? [] : [t('plan.line.advised')]),
  ];
}
