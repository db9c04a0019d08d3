import type { PlanLine } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useRemoveLine, useRestoreLine } from '../../api/plan.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/states.js';
import { rightsOf } from './calendar-desk.js';
import { FormFailure } from '../../ui/form-failure.js';
import { LineDialog } from './line-dialog.js';
import { LineOutcome, OutcomesUnread } from './line-outcome.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { useRemoval } from './use-removal.js';
import { useAnchor } from '../../ui/use-anchor.js';
import { useRowFocus } from '../../ui/use-row-focus.js';

/** What the team means to do; what has ended stands apart. */
export function LinesSection({ lines }: { lines: readonly PlanLine[] }): ReactNode {
  const { t } = useTranslation();
  const { role, today, slug } = useCurrentOrganisation();
  const channels = useChannels(slug).data;
  const channelName = useChannelNames(channels ?? []);
  const [edited, setEdited] = useState<{ line: PlanLine | null } | null>(null);
  const removal = useRemoval({ remove: useRemoveLine(), restore: useRestoreLine() });
  const { box, listeners } = useRowFocus<HTMLElement>(lines.map(({ id }) => id));
  useAnchor('ligne-');
  const edit = (line: PlanLine | null): void => { removal.forget(); setEdited({ line }); };
  // Without its channels, a form would say of a line that it is of all of them.
  const mayChange = rightsOf(role).manage && channels !== undefined;
  const [running, ended] = [lines.filter(({ toDay }) => toDay === null || toDay >= today), lines.filter(({ toDay }) => toDay !== null && toDay < today)];
  const add = mayChange ? <Button onClick={() => { edit(null); }}>{t('plan.lines.add')}</Button> : null;
  const change = mayChange ? { onEdit: edit, onRemove: ({ id }: PlanLine): void => { removal.takeOut(id, t('plan.line.removed')); }, isBusy: removal.isBusy } : null;
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="plan-lines">
      <header className="row plan-header"><h2 id="plan-lines" tabIndex={-1}>{t('plan.lines.title')}</h2>{running.length > 0 && add}</header>
      <FormFailure error={removal.failure} />
      {lines.length > 0 && <OutcomesUnread />}
      {running.length === 0 ? <EmptyState title={t('plan.lines.none')} action={add}>{t('plan.lines.none.text')}</EmptyState> : <Lines lines={running} channelName={channelName} change={change} />}
      {ended.length > 0 && <details className="plan-ended"><summary>{t('plan.lines.ended', { count: ended.length })}</summary><Lines lines={ended} channelName={channelName} change={change} /></details>}
      <LineDialog edited={edited} channels={channels ?? []} onClose={() => { setEdited(null); }} />
    </section>
  );
}

interface LinesProps {
  lines: readonly PlanLine[];
  channelName: (channelId: string) => string;
  /** Null: this person may not. */
  change: { onEdit: (line: PlanLine) => void; onRemove: (line: PlanLine) => void; isBusy: boolean } | null;
}

function Lines({ lines, channelName, change }: LinesProps): ReactNode {
  return <ul className="line-list">{lines.map((line) => <Line key={line.id} line={line} channelName={channelName} change={change} />)}</ul>;
}

function Line({ line, channelName, change }: Omit<LinesProps, 'lines'> & { line: PlanLine }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  return (
    <li data-row id={`ligne-${line.id}`} tabIndex={-1}>
      <div>
        <b>{line.title}</b>
        <small>{factsOf(line, channelName, translation).join('\u00A0· ')}</small>
        {line.note !== null && line.note !== '' && <p className="note plan-note">{line.note}</p>}
        <LineOutcome line={line} />
      </div>
      {change !== null && (
        <div className="row">
          <Button aria-label={t('plan.line.editOf', { title: line.title })} onClick={() => { change.onEdit(line); }}>{t('plan.line.edit')}</Button>
          <Button kind="plain" isBusy={change.isBusy} aria-label={t('plan.line.removeOf', { title: line.title })} onClick={() => { change.onRemove(line); }}>{t('plan.line.remove')}</Button>
        </div>
      )}
    </li>
  );
}

/** « Règle · Instagram · communication · depuis le 3 novembre 2026 » */
function factsOf({ kind, channelId, role, fromDay, toDay, decisionId }: PlanLine, channelName: LinesProps['channelName'], { t, write }: Translation): string[] {
  const place = channelId === null ? t('plan.line.allChannels') : channelName(channelId);
  return [
    t(`plan.kind.${kind}`), ...(place === '' ? [] : [place]), ...(role === null ? [] : [role]),
    toDay === null ? t('plan.line.since', { day: write.longDay(fromDay) }) : t('plan.line.between', { from: write.longDay(fromDay), to: write.longDay(toDay) }),
    ...(decisionId === null ? [] : [t('plan.line.advised')]),
  ];
}
