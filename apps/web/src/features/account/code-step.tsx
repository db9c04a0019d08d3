import { useState, type FormEvent, type ReactNode } from 'react';
import { useSignInByCode } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { PageHeading } from '../../ui/page-heading.js';

interface CodeStepProps {
  /** The page has a heading already. */
  isSecond?: boolean;
  onIn: () => void;
  onBack: () => void;
}

/** After the password: the code of one's telephone, or one of those kept for the day on which it is lost. */
export function CodeStep({ isSecond = false, onIn, onBack }: CodeStepProps): ReactNode {
  const { t } = useTranslation();
  const signIn = useSignInByCode();
  const [isRecovery, setRecovery] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    signIn.mutate({ code: String(new FormData(event.currentTarget).get('code')), isRecovery }, { onSuccess: onIn });
  };
  return (
    <>
      {isSecond ? <h2>{t('signIn.code.title')}</h2> : <PageHeading>{t('signIn.code.title')}</PageHeading>}
      <form key={String(isRecovery)} className="form account-form" onSubmit={onSubmit}>
        {signIn.error !== null && <FormRefusal>{sayProblem(signIn.error, t)}</FormRefusal>}
        {isRecovery
          ? <TextField label={t('signIn.recovery')} hint={t('signIn.recovery.hint')} name="code" autoComplete="off" maxLength={40} required autoFocus />
          : <TextField label={t('signIn.code')} hint={t('signIn.code.hint')} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={20} required autoFocus />}
        <Button kind="act" type="submit" isBusy={signIn.isPending}>{t('signIn.act')}</Button>
      </form>
      <div className="row">
        <Button kind="plain" onClick={() => { signIn.reset(); setRecovery(!isRecovery); }}>{t(isRecovery ? 'signIn.useCode' : 'signIn.useRecovery')}</Button>
        <Button kind="plain" onClick={onBack}>{t('signIn.again')}</Button>
      </div>
    </>
  );
}
