import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Language } from '../locales/language.js';
import { TranslationProvider } from '../locales/translation.js';
import { ToastProvider } from '../ui/toast.js';
import { Router } from './router.js';

/** Everything that pages stand on: language, what was read from the server, messages, address. */
export function Providers({ language, client }: { language: Language; client: QueryClient }): ReactNode {
  return (
    <TranslationProvider initial={language}>
      <QueryClientProvider client={client}>
        <ToastProvider><Router /></ToastProvider>
      </QueryClientProvider>
    </TranslationProvider>
  );
}
