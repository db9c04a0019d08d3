import { speaker } from '@portee/shared';
import { mailSentences } from './messages/mail-words.js';
import type { Letter } from './write-letter.js';

// Mail programs know no style sheets and no fonts of ours: the colours of the house stand in each element. Light only; dark is theirs to make.
const INK = '#1D2233';
const QUIET = '#5F6578';
const PAPER = '#FBFAF6';
const LINE = '#D9DAE2';
const ACCENT = '#A83220';
const FONT = "'Atkinson Hyperlegible Next',Verdana,'Segoe UI',sans-serif";

/** The letter as plain text: all of it, addresses written out. */
export function asText({ language, greeting, paragraphs, act, notes, stop }: Letter): string {
  const parts = [
    ...(greeting === null ? [] : [greeting]), ...paragraphs, ...(act === null ? [] : [`${act.label}\n${act.address}`]), ...notes,
    ...(stop === null ? [] : [`${stop.sentence}\n${stop.page}`]), `-- \n${foot(language)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The letter as HTML that every mail program reads: one column, no picture, nothing fetched from anywhere. */
export function asHtml({ language, subject, greeting, paragraphs, act, notes, stop }: Letter): string {
  const say = speaker(mailSentences, language);
  const body = [
    ...(greeting === null ? [] : [paragraph(greeting)]),
    ...paragraphs.map((text) => paragraph(text)),
    ...(act === null ? [] : [button(act), quiet(`${escape(say('copy'))}<br>${anchor(act.address)}`)]),
    ...notes.map((text) => quiet(escape(text))),
    ...(stop === null ? [] : [quiet(`${escape(stop.sentence)}<br>${anchor(stop.page)}`)]),
  ];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:${PAPER};color:${INK};font-family:${FONT}">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 16px;font-size:15px;font-weight:bold;color:${ACCENT}">Portée</p>
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.25">${escape(subject)}</h1>
${body.join('\n')}
<p style="margin:28px 0 0;padding-top:12px;border-top:1px solid ${LINE};font-size:13px;line-height:1.5;color:${QUIET}">${escape(foot(language))}</p>
</div>
</body>
</html>
`;
}

function foot(language: Letter['language']): string {
  return speaker(mailSentences, language)('foot');
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px;font-size:16px;line-height:1.55">${escape(text)}</p>`;
}

function quiet(html: string): string {
  return `<p style="margin:0 0 12px;font-size:14px;line-height:1.5;color:${QUIET};overflow-wrap:anywhere">${html}</p>`;
}

function button({ label, address }: { label: string; address: string }): string {
  return `<p style="margin:24px 0"><a href="${escape(address)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${ACCENT};color:#FFFFFF;font-size:16px;font-weight:bold;text-decoration:none">${escape(label)}</a></p>`;
}

function anchor(address: string): string {
  return `<a href="${escape(address)}" style="color:${ACCENT}">${escape(address)}</a>`;
}

/** Names come from people: nothing of theirs becomes an element. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
