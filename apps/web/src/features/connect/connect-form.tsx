import type { NetworkDescriptor } from '@portee/shared';
import { useState, type ComponentProps, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ProblemError } from '../../api/problem-error.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useBeginConnection } from './connect.queries.js';
import type { ConnectedNetwork } from './connect-network.js';

export type Way = NonNullable<NetworkDescriptor['connect']>['ways'][number];
type Setting = Way['settings'][number];

interface ConnectFormProps { network: ConnectedNetwork; way: Way; channelId: string | null }

/** What the network's descriptor asks for in this way, and the button that begins. A password stays in its field, nowhere else. */
export function ConnectForm({ network, way: { way, door, applicationOf, accountAt, settings }, channelId }: ConnectFormProps): ReactNode {
  const { t } = useTranslation();
  // One may sign in through another network, or with somebody who is none.
  const through = useNetworks().data?.find((known) => known.network === applicationOf);
  const asked = accountAt ?? through?.label ?? network.label;
  const begin = useBegin(asked);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = readTyped(new FormData(event.currentTarget), settings);
    const empty = settings.filter(({ name, isRequired }) => isRequired && (typed[name] ?? '').trim() === '').map(({ name }) => name);
    setMissing(empty);
    const first = event.currentTarget.elements.namedItem(empty[0] ?? '');
    if (first instanceof HTMLInputElement) first.focus();
    if (empty.length === 0) begin.run({ network: network.network, way, settings: door === undefined ? typed : { ...typed, door }, ...(channelId === null ? {} : { channelId }) });
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {begin.error !== null && <FormRefusal key={begin.tries}>{sayProblem(begin.error, t)}</FormRefusal>}
      {settings.map((setting) => <SettingField key={setting.name} network={network} setting={setting} isMissing={missing.includes(setting.name)} error={begin.error} />)}
      {way === 'authorise' && <p className="note quiet">{t('connect.leaves', { network: asked })}</p>}
      <div className="row">
        <Button kind="act" type="submit" isBusy={begin.isBusy}>{t(`connect.do.${way}`)}</Button>
        <span className="note" role="status">{begin.isBusy ? begin.doing : ''}</span>
      </div>
    </form>
  );
}

interface Begin {
  run: (wanted: Parameters<ReturnType<typeof useBeginConnection>['mutate']>[0]) => void;
  error: Error | null;
  tries: number;
  isBusy: boolean;
  doing: string;
}

/** Asks, then goes on: to the network's page, or to the choice. */
function useBegin(network: string): Begin {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const navigate = useNavigate();
  const begin = useBeginConnection();
  const [tries, setTries] = useState(0);
  const [isLeaving, setLeaving] = useState(false);
  const run: Begin['run'] = (wanted) => {
    setTries((before) => before + 1);
    begin.mutate(wanted, {
      onSuccess: ({ id, url }) => {
        if (url === null) void navigate(`/o/${slug}/donnees/connexions/${id}`);
        else { setLeaving(true); location.assign(url); }
      },
    });
  };
  return { run, error: begin.error, tries, isBusy: begin.isPending || isLeaving, doing: t(isLeaving ? 'connect.going' : 'connect.searching', { network }) };
}

interface SettingFieldProps { network: ConnectedNetwork; setting: Setting; isMissing: boolean; error: Error | null }

function SettingField({ network, setting: { name, kind, isRequired, example }, isMissing, error }: SettingFieldProps): ReactNode {
  const { t } = useTranslation();
  const said = network.sentences.settings[name];
  const label = said?.label ?? name;
  const refusal = isMissing ? t('connect.missing') : error instanceof ProblemError ? error.fields.find(({ path }) => path === `settings.${name}`)?.message : undefined;
  const hint = example === '' || said?.hint.includes(example) === true ? said?.hint : said === undefined ? t('connect.exampleOnly', { example }) : t('connect.example', { hint: said.hint, example });
  return (
    <TextField
      {...controls[kind]} name={name} label={isRequired ? label : t('connect.optional', { label })} hint={hint} refusal={refusal} maxLength={2000}
      autoCapitalize="none" spellCheck={false} autoComplete="off"
    />
  );
}

/** An address is typed as people write it, with or without https: the browser must not judge it. */
const controls = {
  address: { type: 'text', inputMode: 'url' }, text: { type: 'text' }, password: { type: 'password' },
} as const satisfies Record<Setting['kind'], ComponentProps<'input'>>;

function readTyped(form: FormData, settings: readonly Setting[]): Record<string, string> {
  return Object.fromEntries(settings.map(({ name }) => {
    const value = form.get(name);
    return [name, typeof value === 'string' ? value : ''];
  }));
}
