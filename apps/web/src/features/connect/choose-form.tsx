import type { Channel, Connection } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Progress } from '../../ui/progress.js';
import { BackToData } from './back-to-data.js';
import { ChoiceRow } from './choice-row.js';
import { useChooseChannels } from './connect.queries.js';
import { chosenOf, firstPicks, mayBe, namelessChannels } from './first-choices.js';

interface ChooseFormProps { connection: Connection; label: string; channels: readonly Channel[]; onSaved: (channels: readonly Channel[]) => void }

/** Channels that were found: ticked, tried, saved. What was ticked stays when the trial fails. */
export function ChooseForm({ connection, label, channels, onSaved }: ChooseFormProps): ReactNode {
  const { t } = useTranslation();
  const { id, choices, channelId } = connection;
  const wanted = channels.find((channel) => channel.id === channelId) ?? null;
  const [picks, setPicks] = useState(() => firstPicks(connection, wanted));
  const [tries, setTries] = useState(0);
  const choose = useChooseChannels(id);
  const chosen = chosenOf(picks);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTries((before) => before + 1);
    if (chosen.length > 0) choose.mutate({ choices: chosen }, { onSuccess: onSaved });
  };
  return (
    <>
      <div className="page-title"><BackToData /><PageHeading>{t('connect.choose.title', { count: choices.length })}</PageHeading><p>{t('connect.choose.text')}</p></div>
      <form className="form section" onSubmit={onSubmit} noValidate>
        {tries > 0 && chosen.length === 0 && <FormRefusal key={`none-${String(tries)}`}>{t('connect.choose.nothing')}</FormRefusal>}
        {choose.error !== null && chosen.length > 0 && <FormRefusal key={tries}>{sayProblem(choose.error, t)}</FormRefusal>}
        <fieldset className="fieldset connect-choices" disabled={choose.isPending}>
          <legend>{t('connect.choose.legend', { network: label })}</legend>
          <ul>
            {choices.map((choice) => (
              <ChoiceRow
                key={choice.externalId} choice={choice} pick={picks[choice.externalId] ?? { isPicked: false, channelId: null }}
                known={channels.find((channel) => channel.id === choice.knownChannelId) ?? null} other={wanted !== null && !mayBe(choice, wanted) ? wanted : null}
                nameless={wanted === null ? namelessChannels(connection, channels) : []} onPick={(pick) => { setPicks((before) => ({ ...before, [choice.externalId]: pick })); }}
              />
            ))}
          </ul>
        </fieldset>
        <div className="row"><Button kind="act" type="submit" isBusy={choose.isPending}>{t('connect.choose.do', { count: chosen.length })}</Button></div>
        <div role="status" className="connect-testing">
          {choose.isPending && <><p className="note">{t('connect.testing')}</p><Progress label={t('connect.testing')} value={null} /></>}
        </div>
      </form>
    </>
  );
}
