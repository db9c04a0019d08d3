import type { ReactNode } from 'react';
import { ProblemError } from '../api/problem-error.js';
import type { MessageKey } from '../locales/catalogue.js';
import { useTranslation, type Translation } from '../locales/translation.js';
import { Button } from './button.js';
import { Slab } from './slab.js';

const ownSentences: Record<string, MessageKey> = {
  unreachable: 'problem.unreachable', 'unexpected-answer': 'problem.unexpected', 'too-many-tries': 'problem.tooMany',
};

/** A failure as a sentence that says what happened and what to do, in the person's language. */
export function sayProblem(error: unknown, t: Translation['t']): string {
  if (!(error instanceof ProblemError)) return t('problem.unexpected');
  const own = ownSentences[error.reason];
  if (own !== undefined && error.detail === null) return t(own);
  return error.detail ?? t('problem.unexpected');
}

/** What the server says of one field; nothing when it says nothing. */
export function fieldRefusal(error: unknown, path: string): string | undefined {
  return error instanceof ProblemError ? error.fields.find((field) => field.path === path)?.message : undefined;
}

/** A page or a part of it that could not be read. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  const isSilent = error instanceof ProblemError && error.status === 0;
  return (
    <Slab
      title={t(isSilent ? 'failure.silent.title' : 'failure.title')} happened={sayProblem(error, t)} safe={t('failure.safe')}
      todo={t(isSilent ? 'failure.silent.todo' : 'failure.todo')} action={<Button kind="act" onClick={onRetry}>{t('failure.retry')}</Button>}
    />
  );
}
