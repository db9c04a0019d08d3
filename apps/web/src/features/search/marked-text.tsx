import { wordPlaces } from '@portee/shared';
import { Fragment, type ReactNode } from 'react';

/** A text in which the words that were looked for stand out. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }): ReactNode {
  const places = wordPlaces(text, words);
  return (
    <>
      {places.map(({ from, to }, index) => (
        <Fragment key={from}>{text.slice(places[index - 1]?.to ?? 0, from)}<mark>{text.slice(from, to)}</mark></Fragment>
      ))}
      {text.slice(places.at(-1)?.to ?? 0)}
    </>
  );
}
