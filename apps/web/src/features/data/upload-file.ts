import type { ImportView, Locale } from '@portee/shared';
import { ProblemError, toProblemError } from '../../api/problem-error.js';
import { addressOf } from '../../api/address.js';
import { organisationPath } from '../../api/organisation.queries.js';

export interface Upload {
  slug: string;
  locale: Locale;
  file: File;
  /** When the file was downloaded from its network. */
  observedAt: string | null;
  channelId: string | null;
  /** Told the part already sent, 0 to 1. */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}

/**
 * Sends a file, saying how far it is: `fetch` cannot tell.
 * @throws ProblemError with the server's reason, `unreachable` when the connection was cut; an AbortError when it was stopped
 */
export function uploadFile(upload: Upload): Promise<ImportView> {
  const { slug, locale, signal, onProgress } = upload;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(organisationPath(slug, '/imports')));
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    request.setRequestHeader('accept-language', locale);
    request.upload.addEventListener('progress', ({ loaded, total }) => { onProgress(total > 0 ? loaded / total : 0); });
    request.addEventListener('load', () => { readAnswer(request).then(resolve, reject); });
    request.addEventListener('error', () => { reject(ProblemError.of('unreachable', 0)); });
    request.addEventListener('abort', () => { reject(new DOMException('upload stopped', 'AbortError')); });
    signal.addEventListener('abort', () => { request.abort(); }, { once: true });
    request.send(formOf(upload));
  });
}

/** The fields go before the file: the server then knows what is meant before the bytes come. */
function formOf({ file, observedAt, channelId }: Upload): FormData {
  const form = new FormData();
  if (observedAt !== null) form.append('observedAt', observedAt);
  if (channelId !== null) form.append('channelId', channelId);
  form.append('file', file, file.name);
  return form;
}

async function readAnswer(request: XMLHttpRequest): Promise<ImportView> {
  if (request.status >= 400) throw await toProblemError(new Response(request.responseText, { status: request.status }));
  try {
    const view: ImportView = JSON.parse(request.responseText);
    return view;
  } catch (cause) {
    throw ProblemError.of('unexpected-answer', request.status, cause);
  }
}
