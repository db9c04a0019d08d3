import { useSyncExternalStore } from 'react';

/** Whether Portée answers. `offline`: this device has no network; `unreachable`: it has one, and Portée does not answer. */
export interface Reachability {
  state: 'reached' | 'offline' | 'unreachable';
  /** What is on screen was read before this instant, as milliseconds; null while Portée answers. */
  since: number | null;
}

const REACHED: Reachability = { state: 'reached', since: null };
const listeners = new Set<() => void>();
let now: Reachability = navigator.onLine ? REACHED : { state: 'offline', since: Date.now() };

/** Called with every answer, and where none came. */
export function noteAnswer(isAnswered: boolean): void {
  become(isAnswered ? 'reached' : navigator.onLine ? 'unreachable' : 'offline');
}

export function useReachability(): Reachability {
  return useSyncExternalStore(subscribe, () => now);
}

function become(state: Reachability['state']): void {
  if (state === now.state) return;
  now = state === 'reached' ? REACHED : { state, since: now.since ?? Date.now() };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('online', onNetwork);
    addEventListener('offline', onNetwork);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener('online', onNetwork);
    removeEventListener('offline', onNetwork);
  };
}

/** A network is back: whether Portée answers over it is not known yet. */
function onNetwork(): void {
  if (!navigator.onLine) become('offline');
  else if (now.state === 'offline') become('unreachable');
}
