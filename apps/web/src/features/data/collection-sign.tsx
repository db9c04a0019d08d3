import type { Collection } from '@portee/shared';
import type { ReactNode } from 'react';
import { AlertIcon, Icon } from '../../ui/icons.js';

/** A shape for each state, beside its words: told apart without any colour. */
export function CollectionSign({ state }: { state: Collection['state'] }): ReactNode {
  switch (state) {
    case 'connected': return <Icon><path d="M1.6 10h16.8" /><ellipse cx="10" cy="10" rx="4.6" ry="3.6" transform="rotate(-20 10 10)" fill="currentColor" /></Icon>;
    case 'collecting': return <Icon><path d="M10 2.8v9.4M6.2 8.6 10 12.4l3.8-3.8M3.4 16.6h13.2" /></Icon>;
    case 'late': return <Icon><circle cx="10" cy="10" r="7.2" /><path d="M10 5.6V10l3 2.4" /></Icon>;
    case 'limited': return <Icon><path d="M5 2.8h10M5 17.2h10M6.2 2.8c0 3.8 3.8 5 3.8 7.2s-3.8 3.4-3.8 7.2M13.8 2.8c0 3.8-3.8 5-3.8 7.2s3.8 3.4 3.8 7.2" /></Icon>;
    case 'needs-reconnection': return <AlertIcon />;
    case 'paused': return <Icon><path d="M7 4.4v11.2M13 4.4v11.2" strokeWidth="3" /></Icon>;
  }
}
