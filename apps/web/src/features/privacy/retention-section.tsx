import { type Expired, may, type Retention, retentionMonths } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';
import { useKeepFor, useRetention, useTryRetention } from './privacy.queries.js';
import { sayMonths } from './say-months.js';

const kinds = ['texts', 'figures', 'imports', 'journal'] as const;

/** For how long what the centre has is kept. */
export function RetentionSection(): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  const query = useRetention();
  return (
    <section className="section no-print" aria-labelledby="privacy-retention">
      <header><h2 id="privacy-retention">{t('retention.title')}</h2><p>{t(may(role, 'managePrivacy') ? 'retention.text' : 'retention.read')}</p></header>
      <QueryView query={query}>{(kept) => (may(role, 'managePrivacy') ? <RetentionForm key={JSON.stringify(kept)} kept={kept} /> : <Kept kept={kept} />)}</QueryView>
    </section>
  );
}

function Kept({ kept }: { kept: Retention }): ReactNode {
  const translation = useTranslation();
  return <dl className="privacy-facts">{kinds.map((kind) => <div key={kind}><dt>{translation.t(`retention.${kind}`)}</dt><dd>{sayMonths(kept[kind], translation)}</dd></div>)}</dl>;
}

function retentionOf(form: FormData): Retention {
  const months = (kind: string): number | null => Number(form.get(kind)) || null;
  return { texts: months('texts'), figures: months('figures'), imports: months('imports'), journal: months('journal') ?? 36 };
}

/** Shorter times delete for good what is older: it is counted first. */
function RetentionForm({ kept }: { kept: Retention }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const attempt = useTryRetention();
  const [wanted, setWanted] = useState<Retention | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const asked = retentionOf(new FormData(event.currentTarget));
    attempt.mutate(asked, { onSuccess: () => { setWanted(asked); } });
  };
  const choices = (kind: (typeof kinds)[number]): { value: string; label: string }[] => {
    const months = [...new Set([...retentionMonths, ...(kept[kind] === null ? [] : [kept[kind]])])].toSorted((a, b) => a - b);
    return [...months.map((one) => ({ value: String(one), label: sayMonths(one, translation) })), ...(kind === 'journal' ? [] : [{ value: '', label: t('retention.always') }])];
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      <FormFailure error={attempt.error} />
      {kinds.map((kind) => <SelectField key={kind} label={t(`retention.${kind}`)} hint={t(`retention.${kind}.hint`)} name={kind} defaultValue={String(kept[kind] ?? '')} choices={choices(kind)} />)}
      <Button type="submit" isBusy={attempt.isPending}>{t('retention.save')}</Button>
      <Dialog title={t('retention.sure')} isOpen={wanted !== null && attempt.data !== undefined} onClose={() => { setWanted(null); }}>
        {wanted !== null && attempt.data !== undefined && <Confirm wanted={wanted} would={attempt.data} onClose={() => { setWanted(null); }} />}
      </Dialog>
    </form>
  );
}

function Confirm({ wanted, would, onClose }: { wanted: Retention; would: Expired; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const keep = useKeepFor();
  const lines = Object.values(would).reduce((sum, one) => sum + one, 0);
  return (
    <div className="form">
      <FormFailure error={keep.error} />
      <p>{t('retention.would', { count: lines })}</p>
      {lines > 0 && <ul className="privacy-list">{(['posts', 'texts', 'days', 'reviews', 'imports', 'journal'] as const).filter((kind) => would[kind] > 0).map((kind) => <li key={kind}>{t(`retention.would.${kind}`, { count: would[kind] })}</li>)}</ul>}
      <div className="row">
        <Button kind="act" isBusy={keep.isPending} onClick={() => { keep.mutateAsync(wanted).then(() => { onClose(); toast(t('retention.saved')); }, () => undefined); }}>{t(lines > 0 ? 'retention.delete' : 'retention.confirm')}</Button>
        <Button onClick={onClose}>{t('privacy.cancel')}</Button>
      </div>
    </div>
  );
}
