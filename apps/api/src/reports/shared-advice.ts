import type { BoardAdvice, BoardFormats, BoardMoments, BoardThing } from './board-advice.js';
import { html, type Html } from './html.js';
import { inlineDrawing } from './inline-drawing.js';
import { figure, section, table } from './page-parts.js';

/** What is passed on by format, when we are seen, how reach moves, what we propose. */
export function adviceSections({ formats, moments, trend, proposals }: BoardAdvice): Html {
  return html`
    ${formats === null ? null : formatsSection(formats)}
    ${moments === null ? null : momentsSection(moments)}
    ${trend === null ? null : section(trend.title, html`${things(trend.things, 'trend')}${trend.unusual === null ? null : html`<p class="small quiet">${trend.unusual}</p>`}`)}
    ${proposals === null ? null : section(proposals.title, html`<p class="quiet">${proposals.intro}</p>${things(proposals.things, 'proposal')}`)}`;
}

function formatsSection({ title, lead, window, columns, rows, note }: BoardFormats): Html {
  const shown = rows.map(({ name, posts, cells, rate }) => ({ head: html`${name}`, cells: [html`${posts}`, ...cells.map(figure), html`${rate}`] }));
  return section(title, html`
    <p class="lead">${lead}</p><p class="small quiet">${window}</p>
    ${shown.length === 0 ? null : html`${table({ title, columns, rows: shown })}<p class="small quiet">${note}</p>`}`);
}

function momentsSection({ title, lead, window, days, columns, isCompared, rows }: BoardMoments): Html {
  const shown = rows.map(({ name, hours, reach, state, detail, isSure, drawn }, place) => ({
    head: html`<b>${name}</b><small>${hours}</small>`,
    cells: [figure(reach), ...(isCompared ? [drawing(drawn, `moment-${String(place)}`), html`${state === null ? null : html`<span class="${isSure ? 'sure' : 'open'}">${state}</span>`}${detail === null ? null : html`<small>${detail}</small>`}`] : [])],
  }));
  const axis = `${columns.less} · ${columns.same} · ${columns.more}`;
  return section(title, html`
    <p class="lead">${lead}</p><p class="small quiet">${window}</p>
    ${shown.length === 0 ? null : table({ title, columns: [columns.band, columns.reach, ...(isCompared ? [axis, columns.verdict] : [])], rows: shown })}
    ${days === null ? null : html`<p>${days}</p>`}`);
}

function things(all: readonly BoardThing[], id: string): Html {
  return html`${all.map(({ sign, state, place, title, text, beside, drawn }, number) => html`
    <article class="thing">
      <div>
        <p class="state"><span aria-hidden="true">${inlineDrawing(sign.picture, `${id}-sign-${String(number)}`)}</span><b>${state}</b><small>${place}</small></p>
        ${drawing(drawn, `${id}-${String(number)}`)}
      </div>
      <div><h3>${title}</h3><p>${text}</p>${beside.length === 0 ? null : html`<p class="small quiet">${beside.join(' ')}</p>`}</div>
    </article>`)}`;
}

function drawing(drawn: BoardThing['drawn'], id: string): Html {
  return drawn === null ? html`` : html`<div class="interval" role="img" aria-label="${drawn.alt}">${inlineDrawing(drawn.picture, id)}</div>`;
}
