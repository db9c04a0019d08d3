import { setImmediate } from 'node:timers/promises';

/** One document at a time, whatever it is: two at once would only take twice the memory. */
let last: Promise<unknown> = Promise.resolve();

/** Makes a document once those asked for before are done; one that fails stops no other. */
export function inTurn<Made>(make: () => Made): Promise<Made> {
  const mine = last.then(make);
  // A turn of the event loop between two: drawings are given back only then, and the server answers meanwhile.
  last = mine.then(() => setImmediate(), () => setImmediate());
  return mine;
}
