import { Fragment, type ReactNode } from 'react';

/** What each mark of a sentence becomes: `<em>…</em>` with `{ em: (text) => <em>{text}</em> }`. */
export type Marks = Record<string, (text: string) => ReactNode>;

const MARKED = /<(\w+)>(.*?)<\/\1>/gu;

/** A catalogue's sentence with parts that stand out. Marks without a rendering stay plain text. */
export function RichText({ text, marks }: { text: string; marks: Marks }): ReactNode {
  return splitMarks(text).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of a sentence do not move
    <Fragment key={index}>{part.mark === null ? part.text : (marks[part.mark]?.(part.text) ?? part.text)}</Fragment>
  ));
}

/** Cuts a sentence at its marks. */
export function splitMarks(text: string): { text: string; mark: string | null }[] {
  const parts: { text: string; mark: string | null }[] = [];
  let end = 0;
  for (const found of text.matchAll(MARKED)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index), mark: null });
    parts.push({ text: found[2] ?? '', mark: found[1] ?? null });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), mark: null });
  return parts;
}
