import { may, type ProcessingRegister, type RegisterFields } from '@portee/shared';
import { useRef, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';
import { useRegister, useWriteRegister } from './privacy.queries.js';
import { registerLines } from './register-lines.js';

const fieldNames = ['controller', 'contact', 'officer', 'processor'] as const;

/** « Registre des traitements », as article 30 of the GDPR asks for it, from what is so. */
export function RegisterSection(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="privacy-register">
      <header><h2 id="privacy-register">{t('register.title')}</h2><p className="no-print">{t('register.text')}</p></header>
      <QueryView query={useRegister()}>{(register) => <Register register={register} />}</QueryView>
    </section>
  );
}

function Register({ register }: { register: ProcessingRegister }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const toast = useToast();
  const { role } = useCurrentOrganisation();
  const sheet = useRef<HTMLDivElement>(null);
  const names = new Map(useNetworks().data?.map(({ network, label }) => [network, label]));
  const copy = (): void => {
    navigator.clipboard.writeText(sheet.current?.innerText ?? '').then(() => { toast(t('register.copied')); }, () => { toast(t('register.notCopied')); });
  };
  return (
    <>
      {may(role, 'managePrivacy') && <FieldsForm key={JSON.stringify(register.fields)} fields={register.fields} />}
      <div className="register" ref={sheet}>
        <h3>{t('register.heading', { organisation: register.organisation })}</h3>
        <dl>
          {registerLines(register, { translation, networkName: (network) => names.get(network) ?? network }).map(({ term, lines }) => (
            <div key={term}><dt>{term}</dt>{lines.map((line) => <dd key={line}>{line}</dd>)}</div>
          ))}
        </dl>
        <h3>{t('register.notice')}</h3>
        <p>{t('register.notice.text', { organisation: register.fields.controller || register.organisation, contact: register.fields.contact || t('register.notice.contact') })}</p>
      </div>
      <div className="row no-print">
        <Button onClick={copy}>{t('register.copy')}</Button>
        <Button onClick={() => { window.print(); }}>{t('register.print')}</Button>
      </div>
    </>
  );
}

/** What only the centre knows of itself. */
function FieldsForm({ fields }: { fields: RegisterFields }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const write = useWriteRegister();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const told = (name: string): string => String(form.get(name) ?? '').trim();
    write.mutateAsync({ controller: told('controller'), contact: told('contact'), officer: told('officer'), processor: told('processor') }).then(() => { toast(t('register.saved')); }, () => undefined);
  };
  return (
    <form className="form no-print" onSubmit={onSubmit}>
      <FormFailure error={write.error} />
      {fieldNames.map((name) => <TextField key={name} label={t(`register.${name}`)} hint={t(`register.${name}.hint`)} name={name} defaultValue={fields[name]} maxLength={500} />)}
      <Button type="submit" isBusy={write.isPending}>{t('register.save')}</Button>
    </form>
  );
}
