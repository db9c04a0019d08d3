import { localDay } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../button.js';
import { useToast } from '../toast.js';
import { type Painting, type PictureWords, toPicture } from './picture.js';

export interface SavePictureProps extends Omit<PictureWords, 'source'> {
  /** Made when it is asked for. */
  painting: () => Painting;
  /** Of the file, without its ending. */
  file: string;
  /** When its figures were read last; null: never, or nobody knows. */
  readAt: string | null;
}

/** « Télécharger l’image » : the chart for a document of the team's, which says itself what it is and where it comes from. */
export function SavePicture({ painting, file, readAt, title, lines }: SavePictureProps): ReactNode {
  const { t, write } = useTranslation();
  const { name, isDemonstration, timeZone } = useCurrentOrganisation();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const made = t(isDemonstration ? 'staff.picture.fictitious' : 'staff.picture.source', { name });
      const source = readAt === null ? made : `${t('staff.picture.read', { day: write.longDay(localDay(new Date(readAt), timeZone)) })} ${made}`;
      download(await toPicture(painting, { title, lines, source }), `${file}.png`);
      toast(t('staff.picture.saved'));
    } catch {
      toast(t('staff.picture.failed'));
    }
    setBusy(false);
  };
  return <Button kind="plain" isBusy={isBusy} onClick={() => { void save(); }}>{t('staff.picture')}</Button>;
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => { URL.revokeObjectURL(address); }, 60_000);
}
