import { detailsOf, glossaryLabels, type ExplainedWord } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Dialog } from '../dialog.js';
import { WordEntry } from './word-entry.js';

interface WordDialogProps { word: ExplainedWord; isOpen: boolean; onClose: () => void }

/** One word over the page that uses it, and the way to all of them. */
export function WordDialog({ word, isOpen, onClose }: WordDialogProps): ReactNode {
  const { locale } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const details = detailsOf(word, locale);
  return (
    <Dialog title={details.term} isOpen={isOpen} onClose={onClose}>
      <WordEntry details={details} />
      <p className="word-all"><Link to={`/o/${slug}/mots#${details.anchor}`} onClick={onClose}>{glossaryLabels(locale).all}</Link></p>
    </Dialog>
  );
}
