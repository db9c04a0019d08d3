import type { YearTable } from '@portee/shared';
import type { BoardChannels } from './board-channels.js';
import type { BoardPosts } from './board-posts.js';
import { html, type Html } from './html.js';
import { inlineDrawing } from './inline-drawing.js';
import { figure, paragraphs, section, table } from './page-parts.js';

/** Every channel on its own terms. */
export function channelsSection(channels: BoardChannels | null): Html | null {
  if (channels === null) return null;
  const { title, intro, forHundred, pictures, columns, rows, notes } = channels;
  const pictured = pictures.map(({ name, picture, alt, value, detail }, place) => html`
    <figure>
      <figcaption>${name}</figcaption>
      <div role="img" aria-label="${alt}">${inlineDrawing(picture, `small-${String(place)}`)}</div>
      <p>${value === null ? null : html`<b>${value}</b> ${forHundred}`}<small>${detail}</small></p>
    </figure>`);
  return section(title, html`
    <p class="quiet">${intro}</p>
    ${pictured.length === 0 ? null : html`<div class="hundreds">${pictured}</div>`}
    ${table({ title, columns, rows: rows.map(({ name, detail, cells }) => ({ head: html`<b>${name}</b><small>${detail}</small>`, cells: cells.map(figure) })) })}
    <div class="small quiet">${paragraphs(notes)}</div>`);
}

/** The main channel over its year, by what is known of a paid push. */
export function yearSection(year: YearTable | null): Html | null {
  if (year === null) return null;
  const { title, intro, columns, rows, notes } = year;
  return section(title, html`
    <p class="quiet">${intro}</p>
    ${table({ title, columns, rows: rows.map(({ name, posts, figure: main, detail }) => ({ head: html`${name}`, cells: [html`${posts}`, figure({ main, detail: [detail] })] })) })}
    <div class="small quiet">${paragraphs(notes)}</div>`);
}

/** What was seen most and least. */
export function postsSection(posts: BoardPosts | null): Html | null {
  if (posts === null) return null;
  const { title, intro, columns, groups } = posts;
  const rows = groups.flatMap((group) => [
    { isGroup: true as const, title: group.title },
    ...group.rows.map(({ text, detail, rate, shares, likes }) => ({ head: html`<span class="text">${text}</span><small>${detail}</small>`, cells: [html`<b class="figure">${rate}</b>`, html`${shares}`, html`${likes}`] })),
  ]);
  return section(title, html`<p class="quiet">${intro}</p>${table({ title, columns, rows, isWordy: true })}`);
}
