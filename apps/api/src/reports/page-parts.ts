import type { ReportCell } from '@portee/shared';
import { html, type Html } from './html.js';

interface Page { language: string; title: string; main: Html; foot: Html | null }

/** A whole document: its style sheet is its only companion. */
export function wholePage({ language, title, main, foot }: Page): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/partage/habits/style.css">
<link rel="icon" href="/mark.svg" type="image/svg+xml">
</head>
<body>
<main>${main}</main>
${foot === null ? null : html`<footer>${foot}</footer>`}
</body>
</html>
`.text;
}

export function section(title: string, body: Html): Html {
  return html`<section class="part"><h2>${title}</h2>${body}</section>`;
}

export function paragraphs(texts: readonly string[]): Html {
  return html`${texts.map((text) => html`<p>${text}</p>`)}`;
}

interface TableRow { head: Html; cells: Html[]; isGroup?: false }
/** A line across the table that names those below it. */
interface GroupRow { isGroup: true; title: string }

/** A table (`isWordy`: its first column is what one reads) which on a phone is a list of cards: its roles are written out, since a browser forgets them there. */
export function table({ title, columns, rows, isWordy = false }: { title: string; columns: readonly string[]; rows: readonly (TableRow | GroupRow)[]; isWordy?: boolean }): Html {
  const row = (one: TableRow | GroupRow): Html => (one.isGroup === true
    ? html`<tr role="row" class="group"><th role="rowheader" colspan="${columns.length}">${one.title}</th></tr>`
    : html`<tr role="row"><th role="rowheader" scope="row">${one.head}</th>${one.cells.map((cell, place) => html`<td role="cell" data-of="${columns[place + 1] ?? ''}">${cell}</td>`)}</tr>`);
  return html`
    <table role="table" aria-label="${title}"${isWordy ? html` class="wordy"` : null}>
      <thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}</tr></thead>
      <tbody role="rowgroup">${rows.map(row)}</tbody>
    </table>`;
}

/** A figure and what must be said of it. */
export function figure({ main, detail }: ReportCell): Html {
  return html`<b class="figure">${main}</b>${detail.map((line) => html`<small>${line}</small>`)}`;
}
