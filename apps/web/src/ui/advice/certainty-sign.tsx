import type { CertaintyMark } from '@portee/shared';
import type { ReactNode } from 'react';

/** Three lines and a head, always beside the words: full is solid, hollow is to be verified, dashed is not enough, a rest is no difference. */
export function CertaintySign({ mark }: { mark: CertaintyMark }): ReactNode {
  return (
    <svg className="certainty" viewBox="0 0 30 24" aria-hidden="true">
      <path d="M0 4h30M0 12h30M0 20h30" stroke="var(--staff)" />
      <Head mark={mark} />
    </svg>
  );
}

function Head({ mark }: { mark: CertaintyMark }): ReactNode {
  const tilt = 'rotate(-20 15 12)';
  if (mark === 'full') return <ellipse cx="15" cy="12" rx="8" ry="5.8" transform={tilt} fill="var(--accent)" />;
  if (mark === 'hollow') return <ellipse cx="15" cy="12" rx="6.9" ry="4.7" transform={tilt} fill="var(--paper)" stroke="var(--accent)" strokeWidth="2.4" />;
  if (mark === 'dashed') return <ellipse cx="15" cy="12" rx="7.2" ry="5" transform={tilt} fill="var(--paper)" stroke="var(--outline)" strokeWidth="1.8" strokeDasharray="3 2.4" />;
  return <path d="M8 12h14v5H8z" fill="var(--ink)" />;
}
