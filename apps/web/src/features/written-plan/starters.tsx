import { useId, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';

interface StartersProps {
  /** Says that these are suggestions. */
  label: string;
  texts: readonly string[];
  onTake: (text: string, place: number) => void;
}

/** Suggestions that the team may take over and change. */
export function Starters({ label, texts, onTake }: StartersProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  if (texts.length === 0) return null;
  return (
    <div className="starters">
      <p className="small quiet" id={id}>{label}</p>
      <ul aria-labelledby={id}>
        {texts.map((text, place) => <li key={text}><button type="button" className="starter" aria-label={t('writtenPlan.starter.take', { text })} onClick={() => { onTake(text, place); }}>{t('writtenPlan.starter', { text })}</button></li>)}
      </ul>
    </div>
  );
}
