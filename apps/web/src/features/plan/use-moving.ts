import type { PlanEntry } from '@portee/shared';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Span } from './calendar-span.js';
import { atHour, type Place, placeAfterKey } from './calendar-steps.js';

/** An entry on its way to another day, or hour. `isPlaced`: let go there, and being written. */
export interface Moving extends Place { entry: PlanEntry; isPlaced: boolean }

interface MovingOptions {
  entries: readonly PlanEntry[];
  span: Span;
  mayMove: boolean;
  /** Rows are hours: an entry is moved to another one, too. */
  hasHours: boolean;
  /** Moves it for good; calls back where that failed. */
  onMove: (entry: PlanEntry, move: Place & { onFailed: () => void }) => void;
}

/** What an entry of the table listens to. */
export interface MovingHands {
  onKeyDown: (event: KeyboardEvent, entry: PlanEntry) => boolean;
  onPointerDown: (event: PointerEvent, entry: PlanEntry) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: () => void;
  onCancel: () => void;
  onBlur: () => void;
  /** Whether a click is only the end of a drag. */
  wasDragged: () => boolean;
}

/** An entry under a pressed button of the mouse, where that was pressed, and what it was dragged over; null: not dragged yet. */
interface Grip { entry: PlanEntry; x: number; y: number; over: Place | null }

/** Less than this, in pixels, is a hand that trembles. */
const DRAG_FROM = 6;

/** Takes an entry to another day or hour: dragged with a mouse, or by Alt and arrows, then Enter. Escape puts it back. */
export function useMoving({ entries, span, mayMove, hasHours, onMove }: MovingOptions): { moving: Moving | null; hands: MovingHands } {
  const [held, setMoving] = useState<(Moving & { since: readonly PlanEntry[] }) | null>(null);
  // Once the calendar was read anew, things stand where they were put.
  const moving = held?.since === entries ? held : null;
  // What the hand holds is known at once, what is drawn a moment later.
  const grip = useRef<Grip | null>(null);
  const dragged = useRef(false);
  const stop = (): void => {
    grip.current = null;
    setMoving((now) => (now?.isPlaced === true ? now : null));
  };
  // The mouse takes focus from one entry as it takes hold of another.
  const onBlur = (): void => { if (grip.current === null) stop(); };
  const place = (entry: PlanEntry, { day, time }: Place): void => {
    if (day === entry.day && time === entry.time) { setMoving(null); return; }
    setMoving({ entry, day, time, isPlaced: true, since: entries });
    onMove(entry, { day, time, onFailed: () => { setMoving(null); } });
  };
  const onKeyDown = (event: KeyboardEvent, entry: PlanEntry): boolean => {
    dragged.current = false;
    const now = moving?.isPlaced === false ? moving : null;
    if (now !== null && event.key === 'Escape') { stop(); return true; }
    if (now !== null && event.key === 'Enter') { place(now.entry, now); return true; }
    const next = now !== null || event.altKey ? placeAfterKey(event.key, now ?? entry, { span, hasHours }) : null;
    if (next === null || !mayMove) return false;
    setMoving({ entry, ...next, isPlaced: false, since: entries });
    return true;
  };
  const onPointerDown = (event: PointerEvent, entry: PlanEntry): void => {
    dragged.current = false;
    if (!mayMove || event.button !== 0 || event.pointerType === 'touch') return;
    grip.current = { entry, x: event.clientX, y: event.clientY, over: null };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent): void => {
    const gripped = grip.current;
    if (gripped === null) return;
    if (gripped.over === null && Math.hypot(clientX - gripped.x, clientY - gripped.y) < DRAG_FROM) return;
    gripped.over = placeUnder({ x: clientX, y: clientY }, gripped.entry);
    dragged.current = true;
    setMoving({ entry: gripped.entry, ...gripped.over, isPlaced: false, since: entries });
  };
  const onPointerUp = (): void => {
    const gripped = grip.current;
    grip.current = null;
    if (gripped !== null && gripped.over !== null) place(gripped.entry, gripped.over);
  };
  return { moving, hands: { onKeyDown, onPointerDown, onPointerMove, onPointerUp, onCancel: stop, onBlur, wasDragged: () => dragged.current } };
}

/** Where an entry would stand under the mouse; elsewhere than over the table, where it stands. */
function placeUnder({ x, y }: { x: number; y: number }, { day, time }: Place): Place {
  const cell = document.elementFromPoint(x, y)?.closest('[data-day]');
  const hour = cell?.getAttribute('data-hour');
  return { day: cell?.getAttribute('data-day') ?? day, time: hour === null || hour === undefined ? time : atHour(Number(hour), time) };
}
