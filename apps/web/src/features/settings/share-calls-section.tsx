import type { AnalysisSettings } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { Field } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useAnchor } from '../../ui/use-anchor.js';
import { useUpdateAnalysis } from './analysis.queries.js';

type ShareCalls = AnalysisSettings['shareCalls'];

const MOST = 50;
const SHORTEST = 3;
const LONGEST = 60;

/** The phrases by which a text asks to be passed on. */
export function ShareCallsSection({ shareCalls, mayChange }: { shareCalls: ShareCalls; mayChange: boolean }): ReactNode {
  const { t } = useTranslation();
  useAnchor();
  return (
    <section className="section" id="appels" aria-labelledby="settings-calls">
      <header>
        <h2 id="settings-calls">{t('analysis.calls.title')}</h2>
        <p>{t('analysis.calls.text')}</p>
        {!mayChange && <p>{t('analysis.readOnly')}</p>}
      </header>
      {mayChange
        ? <ShareCallsForm shareCalls={shareCalls} />
        : <ul className="share-calls">{shareCalls.phrases.map((phrase) => <li key={phrase}>{phrase}</li>)}</ul>}
    </section>
  );
}

function ShareCallsForm({ shareCalls: { isDefault, phrases } }: { shareCalls: ShareCalls }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const update = useUpdateAnalysis();
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const before = isDefault ? null : phrases;
  const change = (wanted: string[] | null, said: string): void => {
    update.mutate({ shareCalls: wanted }, { onSuccess: () => { toast(said, () => { update.mutate({ shareCalls: before }); }); } });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const lines = String(new FormData(event.currentTarget).get('phrases')).split('\n').map((line) => line.trim()).filter((line) => line !== '');
    const wrong = lines.find((line) => line.length < SHORTEST || line.length > LONGEST);
    const refused = wrong !== undefined ? t('analysis.calls.wrong', { phrase: wrong.slice(0, LONGEST) }) : lines.length > MOST ? t('analysis.calls.tooMany', { count: lines.length - MOST }) : undefined;
    setRefusal(refused);
    if (refused === undefined) change(lines, t(lines.length === 0 ? 'analysis.calls.wasReset' : 'analysis.calls.saved'));
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {update.error !== null && <FormRefusal>{sayProblem(update.error, t)}</FormRefusal>}
      <Field label={t('analysis.calls.field')} hint={isDefault ? t('analysis.calls.ofPortee') : undefined} refusal={refusal}>
        {(wiring) => <textarea key={phrases.join('\n')} name="phrases" rows={8} defaultValue={phrases.join('\n')} spellCheck={false} {...wiring} />}
      </Field>
      <div className="row">
        <Button type="submit" isBusy={update.isPending}>{t('analysis.calls.save')}</Button>
        {!isDefault && <Button kind="plain" isBusy={update.isPending} onClick={() => { change(null, t('analysis.calls.wasReset')); }}>{t('analysis.calls.reset')}</Button>}
      </div>
    </form>
  );
}
