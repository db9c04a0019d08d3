import type { ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { sayProblem } from './failure.js';
import { FormRefusal } from './form-refusal.js';

/** Why a form was refused; nothing while it was not. */
export function FormFailure({ error }: { error: Error | null }): ReactNode {
  const { t } = useTranslation();
  return error === null ? null : <FormRefusal>{sayProblem(error, t)}</FormRefusal>;
}
