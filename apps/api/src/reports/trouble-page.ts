import { type Locale, type Problem, reportWords } from '@portee/shared';
import { html } from './html.js';
import { wholePage } from './page-parts.js';

/** What somebody sees to whom a link opens nothing. It says the same whatever became of the link. */
export function troublePage({ status, detail }: Problem, language: Locale): string {
  const { say } = reportWords(language);
  const title = say(status === 404 ? 'board.shared.gone' : 'board.shared.trouble');
  return wholePage({ language, title, main: html`<div class="trouble"><h1>${title}</h1><p>${detail}</p></div>`, foot: null });
}
