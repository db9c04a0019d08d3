import type { ReactNode } from 'react';
import './progress.css';

/** How far something is, from 0 to 1; null: under way, nobody knows how far. The words beside it are the caller's. */
export function Progress({ label, value }: { label: string; value: number | null }): ReactNode {
  return <progress className="progress" aria-label={label} max={1} {...(value === null ? {} : { value })} />;
}
