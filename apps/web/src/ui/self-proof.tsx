import type { SelfProof } from '@portee/shared';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.queries.js';
import { useTranslation } from '../locales/translation.js';
import { TextField } from './field.js';

/** The password once more, and the code of the second factor where there is one: a device left open is not enough. */
export function SelfProofFields(): ReactNode {
  const { t } = useTranslation();
  const session = useSession().data;
  const comesByDirectory = session?.directory !== null && session?.directory !== undefined;
  return (
    <>
      <TextField label={t('proof.password')} {...(comesByDirectory ? { hint: t('proof.password.directory') } : { required: true })} name="password" type="password" autoComplete="current-password" />
      {session?.user?.hasSecondFactor === true && <TextField label={t('proof.code')} hint={t('proof.code.hint')} name="code" autoComplete="one-time-code" maxLength={40} required />}
    </>
  );
}

/** What was given in such fields. Six digits are a code of the telephone; anything else is one of the recovery codes. */
export function selfProofOf(form: FormData): SelfProof {
  const code = String(form.get('code') ?? '').trim();
  return { password: String(form.get('password') ?? ''), code: code === '' ? null : code, isRecovery: code !== '' && !/^[\d\s]+$/u.test(code) };
}
