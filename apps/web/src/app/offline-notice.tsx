import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { noteAnswer, useReachability } from '../api/reachability.js';
import { useTranslation, type Translation } from '../locales/translation.js';
import './offline-notice.css';

const ASK_AGAIN_MS = 5_000;

/** Nothing new comes: since when, and what is on screen is said to be from before. Once Portée answers again, everything on screen is read anew. */
export function OfflineNotice(): ReactNode {
  const translation = useTranslation();
  const { state, since } = useReachability();
  useComingBack(state !== 'reached');
  return <div role="status" className="no-print">{state !== 'reached' && <p className="offline">{translation.t(`app.${state}`, { time: sayTime(since ?? 0, translation) })}</p>}</div>;
}

function useComingBack(isAway: boolean): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (!isAway) return;
    const ask = async (): Promise<void> => {
      if (!navigator.onLine) return;
      const isAnswered = await fetch('/api/v1/health').then(({ ok }) => ok, () => false);
      noteAnswer(isAnswered);
      if (isAnswered) await cache.invalidateQueries();
    };
    const onOnline = (): void => { void ask(); };
    const timer = setInterval(onOnline, ASK_AGAIN_MS);
    addEventListener('online', onOnline);
    return () => { clearInterval(timer); removeEventListener('online', onOnline); };
  }, [isAway, cache]);
}

/** « 10 h 12 », by this device's own clock. */
function sayTime(since: number, { write }: Translation): string {
  const at = new Date(since);
  return write.time([at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':'));
}
