import { mainChannelOf, type MonthlyReport, type ReportWords } from '@portee/shared';
import { narrowStaff } from './board-staff.js';
import { type BoardDocument, boardDocument } from './board-document.js';
import { html, type Html } from './html.js';
import { inlineDrawing } from './inline-drawing.js';
import { paragraphs, section, wholePage } from './page-parts.js';
import { adviceSections } from './shared-advice.js';
import { channelsSection, postsSection, yearSection } from './shared-tables.js';

interface Shared {
  words: ReportWords;
  /** On which the link opens. */
  lastDay: string;
  /** Where the same report is printed. */
  pdf: string;
}

/** The month as a page for people without an account: what the board document says, all of it, as complete HTML that runs nothing. */
export function sharedPage(report: MonthlyReport, { words, lastDay, pdf }: Shared): string {
  const board = boardDocument(report, words);
  const { say, write } = words;
  return wholePage({
    language: board.language, title: `${board.title}, ${board.organisation}`,
    main: html`
      ${masthead(board)}
      ${headline(board)}
      ${findings(board)}
      ${staff(board, report, words)}
      ${channelsSection(board.channels)}
      ${yearSection(board.year)}
      ${postsSection(board.posts)}
      ${adviceSections(board.advice)}
      ${board.comment === null ? null : section(board.comment.title, html`<div class="word">${paragraphs(board.comment.paragraphs)}</div>`)}
      ${board.words === null ? null : section(board.words.title, html`<dl class="words">${board.words.terms.map(({ term, meaning }) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>`)}
      ${section(board.source.title, html`<p class="quiet">${board.source.text}</p>`)}`,
    foot: html`
      <p><a href="${pdf}">${say('board.shared.pdf')}</a></p>
      <p>${say('board.shared.until', { organisation: board.organisation, day: write.longDay(lastDay) })}</p>
      <p>${say('board.shared.made')}</p>`,
  });
}

function masthead({ organisation, month, forWhom, fictitious, provisional, dated }: BoardDocument): Html {
  return html`
    <header class="masthead">
      <p class="whose"><b>${organisation}</b>${fictitious === null ? null : html` <span class="tag">${fictitious}</span>`}</p>
      <p class="which"><b>${month}</b> <span>${forWhom}</span></p>
      <p class="small quiet">${provisional === null ? null : html`${provisional} `}${dated}.</p>
    </header>`;
}

function headline({ headline: { before, people, after, context, picture, alt } }: BoardDocument): Html {
  return html`
    <div class="headline">
      <div>
        <h1>${before}<em>${people}${after}</em></h1>
        <p class="quiet">${context.join(' ')}</p>
      </div>
      <div class="hundred" role="img" aria-label="${alt}">${inlineDrawing(picture, 'hundred')}</div>
    </div>`;
}

function findings({ findings: found }: BoardDocument): Html | null {
  return found.length === 0 ? null : html`<div class="findings">${found.map(({ title, body }) => html`<section><h2>${title}</h2><p>${body}</p></section>`)}</div>`;
}

/** Drawn twice: letters that are read on a desk cannot be on a phone. The style sheet shows one of them. */
function staff({ staff: drawn }: BoardDocument, report: MonthlyReport, words: ReportWords): Html | null {
  const main = mainChannelOf(report);
  if (drawn === null || main === null) return null;
  return section(drawn.title, html`
    <p class="small quiet">${drawn.subtitle}</p>
    <div class="chart wide" role="img" aria-label="${drawn.alt}">${inlineDrawing(drawn.picture, 'wide')}</div>
    <div class="chart narrow" role="img" aria-label="${drawn.alt}">${inlineDrawing(narrowStaff(main, report, words), 'narrow')}</div>
    ${drawn.remarks.length === 0 ? null : html`<p class="small">${drawn.remarks.join(' ')}</p>`}`);
}
