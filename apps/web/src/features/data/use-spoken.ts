import { useEffect, useRef, useState } from 'react';

/** Figures that move are said aloud no oftener than this. */
const SPOKEN_EVERY_MS = 15_000;

/**
 * Words for a screen reader about something that moves: not every step of it, but its end at once. Nothing is said of what was
 * at rest all along.
 */
export function useSpoken(words: string, isUnderWay: boolean): string {
  const [spoken, setSpoken] = useState('');
  const spokenAt = useRef(0);
  const wasUnderWay = useRef(isUnderWay);
  useEffect(() => {
    if (!isUnderWay && !wasUnderWay.current) return undefined;
    const delay = wasUnderWay.current === isUnderWay ? Math.max(0, spokenAt.current + SPOKEN_EVERY_MS - Date.now()) : 0;
    const timer = setTimeout(() => {
      spokenAt.current = Date.now();
      wasUnderWay.current = isUnderWay;
      setSpoken(words);
    }, delay);
    return () => { clearTimeout(timer); };
  }, [words, isUnderWay]);
  return spoken;
}
