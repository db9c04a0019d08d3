import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { makeQueryClient } from '../api/query-client.js';
import type { Language } from '../locales/language.js';
import { TranslationProvider } from '../locales/translation.js';
import { ToastProvider } from '../ui/toast.js';
import { Router } from './router.js';

/** Everything that pages stand on: language, what was read from the server, messages, address. */
export function Providers({ language }: { language: Language }): ReactNode {
  const [client] = useState(makeQueryClient);
  return (
    <TranslationProvider initial={language}>
      <QueryClientProvider client={client}>
        <ToastProvider><Router /></ToastProvider>
      </QueryClientProvider>
    </TranslationProvider>
  );
}
