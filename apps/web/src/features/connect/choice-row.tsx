import type { Channel, ConnectionChoice } from '@portee/shared';
import { useId, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { SelectField } from '../../ui/field.js';
import type { Picks } from './first-choices.js';

type Pick = Picks[string];

interface ChoiceRowProps {
  choice: ConnectionChoice;
  pick: Pick;
  /** The channel it already is; null: none. */
  known: Channel | null;
  /** The channel that is connected again and that this one is not; null: it may be. */
  other: Channel | null;
  /** Channels it may become. */
  nameless: readonly Channel[];
  onPick: (pick: Pick) => void;
}

/** One found channel: whether to keep it, and where its figures go. */
export function ChoiceRow({ choice: { name, kind, followers }, pick, known, other, nameless, onPick }: ChoiceRowProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const facts = [t(`data.kind.${kind}`), followers === null ? t('connect.choose.noFollowers') : t('connect.choose.followers', { count: followers })];
  const remark = other !== null ? t('connect.choose.other', { name: other.name }) : known === null ? null : t('connect.choose.known', { name: known.name });
  const becomes = [{ value: '', label: t('connect.choose.new') }, ...nameless.map((channel) => ({ value: channel.id, label: channel.name }))];
  return (
    <li className="choice">
      <input type="checkbox" id={id} checked={pick.isPicked} disabled={other !== null} aria-describedby={`${id}-facts`} onChange={(event) => { onPick({ ...pick, isPicked: event.target.checked }); }} />
      <label htmlFor={id}>{name}</label>
      <div id={`${id}-facts`} className="choice-facts">
        <p className="figures">{facts.join('\u00A0· ')}</p>
        {remark !== null && <p>{remark}</p>}
      </div>
      {pick.isPicked && known === null && nameless.length > 0 && (
        <div className="choice-becomes">
          <SelectField label={t('connect.choose.become')} value={pick.channelId ?? ''} choices={becomes} onChange={(event) => { onPick({ ...pick, channelId: event.target.value === '' ? null : event.target.value }); }} />
        </div>
      )}
    </li>
  );
}
