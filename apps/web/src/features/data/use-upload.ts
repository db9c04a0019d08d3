import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { importsKey } from './import.queries.js';
import { instantOfDay } from './instant-of-day.js';
import { uploadFile } from './upload-file.js';

export type UploadState = { kind: 'idle' } | { kind: 'sending'; name: string; sent: number } | { kind: 'stopped' } | { kind: 'failed'; error: unknown };

interface Wish { file: File; observedDay: string; channelId: string | null }
interface Uploading { state: UploadState; start: (wish: Wish) => void; stop: () => void }

/** One upload at a time; once the file has arrived its own page opens. Leaving the page stops what is still being sent. */
export function useUpload(): Uploading {
  const { slug, timeZone } = useCurrentOrganisation();
  const { locale } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => { stopping.current?.abort(); }, []);
  const send = async ({ file, observedDay, channelId }: Wish): Promise<void> => {
    const controller = new AbortController();
    stopping.current = controller;
    setState({ kind: 'sending', name: file.name, sent: 0 });
    const onProgress = (sent: number): void => { setState({ kind: 'sending', name: file.name, sent }); };
    const observedAt = instantOfDay(observedDay, { file: new Date(file.lastModified), now: new Date(), timeZone });
    const view = await uploadFile({ slug, locale, file, observedAt, channelId, onProgress, signal: controller.signal });
    await cache.invalidateQueries({ queryKey: importsKey(slug) });
    await navigate(`/o/${slug}/donnees/imports/${view.id}`);
  };
  const start = (wish: Wish): void => {
    send(wish).catch((error: unknown) => {
      setState(error instanceof DOMException && error.name === 'AbortError' ? { kind: 'stopped' } : { kind: 'failed', error });
    });
  };
  return { state, start, stop: () => { stopping.current?.abort(); } };
}
