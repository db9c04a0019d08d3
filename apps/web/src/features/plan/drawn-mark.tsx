import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { NoteSign } from './experiment-note.js';
import type { DrawnPost } from './use-drawn.js';

/** In the dialog of a planned post: which side was drawn for it, and what that holds. */
export function DrawnMark({ drawn: { arm, words }, children }: { drawn: DrawnPost; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return <div className="experiment-mark"><NoteSign arm={arm} /><div><p>{t('experiment.note', { drawn: words })}</p>{children !== undefined && <p>{children}</p>}</div></div>;
}
