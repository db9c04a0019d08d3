import { addressOf, headersOf } from './address.js';

/** Answers under way since before the program was here (`app/early.ts`), by their path under `/api/v1`. */
declare global {
  var porteeAnswers: Map<string, Promise<Response>> | undefined;
}

/** After this they are asked for anew, as milliseconds since the page was opened. */
const STALE_MS = 15_000;

/**
 * Asks for an answer that the program will want as soon as it runs.
 * @param before  what is to be done with the answer before the program has it
 */
export function askEarly(path: string, language: string, before?: (answer: Response) => Promise<void>): void {
  globalThis.porteeAnswers ??= new Map();
  const answer = fetch(addressOf(path), { headers: headersOf(language) }).then(async (response) => {
    const whole = await readWhole(response);
    // What cannot be made of it here is told by whoever takes it.
    if (before !== undefined && whole.ok) await before(whole.clone()).catch(() => undefined);
    return whole;
  });
  // A failure is told where the answer is wanted.
  answer.catch(() => undefined);
  globalThis.porteeAnswers.set(path, answer);
}

/** An answer that nobody takes must not hold a connection for ever. */
async function readWhole(response: Response): Promise<Response> {
  const body = await response.blob();
  return new Response(body.size === 0 ? null : body, response);
}

/** The answer under way, once: whoever asks again wants what is true then. */
export function takeEarly(path: string): Promise<Response> | null {
  if (performance.now() > STALE_MS) forgetEarly();
  const answer = globalThis.porteeAnswers?.get(path) ?? null;
  globalThis.porteeAnswers?.delete(path);
  return answer;
}

/** Called with every change: what was answered before it, to somebody who was not signed in for example, may be true no more. */
export function forgetEarly(): void {
  globalThis.porteeAnswers?.clear();
}
