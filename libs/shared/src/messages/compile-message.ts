/** A piece of a message as Lingui says it: text, the number that is counted (`#`), a value, or a value and how it is said. */
export type Part = string | [name: string] | [name: string, kind: string, how?: string | Record<string, Part[]>];

const VALUE = /\{\s*([^\p{Pat_Syn}\p{Pat_WS}]+)\s*/uy;
const CHOICE = /,\s*(plural|select|selectordinal)\s*,/y;
const KIND = /,\s*(\w+)\s*(?:,([^{}#']*))?/y;
const CASE = /\s*(?:=(?=\d))?([^\p{Pat_Syn}\p{Pat_WS}]+)\s*\{/uy;
const END = /\}/y;
const END_OF_CHOICE = /\s*\}/y;
const COUNTED = /#/y;
const APOSTROPHES = /'(')/y;
const QUOTED = /'(\{(?:[^']|'')*|\}(?:[^']|'')*)'(?!')/y;
const QUOTED_WHERE_COUNTED = /'([{}#](?:[^']|'')*)'(?!')/y;
const TEXT = /([^{}#']+|['#])/y;
const TEXT_OUTSIDE = /([^{}#']+|['#}])/y;

/**
 * An ICU message as the parts that Lingui says: values, `plural`, `select`, numbers and quoting, which is all that our sentences use. Lingui's own
 * reader knows more and weighs 5 kB of the first page; `compile-message.spec.ts` holds both to the same reading. A message that cannot be read is said as it stands.
 */
export function compileMessage(message: string): Part[] {
  const reader = new Reader(message);
  return reader.body({ isOutside: true, isCounted: false }) ?? [message];
}

interface Place { isOutside: boolean; isCounted: boolean }

/** Goes through a message once; whatever cannot be read is null. */
class Reader {
  private at = 0;

  constructor(private readonly message: string) {}

  /** Up to the brace that closes it, or outside of braces to the end. */
  body(place: Place): Part[] | null {
    const parts: Part[] = [];
    while (this.at < this.message.length) {
      if (!place.isOutside && this.take(END) !== null) return parts;
      const text = this.text(place);
      const part = text ?? (place.isCounted && this.take(COUNTED) !== null ? '#' : this.value(place.isCounted));
      if (part === null) return null;
      parts.push(part);
    }
    return place.isOutside ? parts : null;
  }

  private text({ isOutside, isCounted }: Place): string | null {
    let text = '';
    for (;;) {
      if (isCounted && this.message[this.at] === '#') break;
      const quoted = this.take(isCounted ? QUOTED_WHERE_COUNTED : QUOTED);
      const plain = quoted?.[1]?.replaceAll("''", "'") ?? (this.take(APOSTROPHES) ?? this.take(isOutside ? TEXT_OUTSIDE : TEXT))?.[1];
      if (plain === undefined) break;
      text += plain;
    }
    return text === '' ? null : text;
  }

  private value(isCounted: boolean): Part | null {
    const name = this.take(VALUE)?.[1];
    if (name === undefined) return null;
    const choice = this.take(CHOICE)?.[1];
    if (choice !== undefined) {
      const cases = this.cases(isCounted || choice !== 'select');
      return cases === null ? null : [name, choice, cases];
    }
    const [, kind, how] = this.take(KIND) ?? [];
    if (this.take(END) === null) return null;
    if (kind === undefined) return [name];
    return how === undefined ? [name, kind] : [name, kind, how.trim()];
  }

  private cases(isCounted: boolean): Record<string, Part[]> | null {
    const cases: [string, Part[]][] = [];
    while (this.take(END_OF_CHOICE) === null) {
      const key = this.take(CASE)?.[1];
      const said = key === undefined ? null : this.body({ isOutside: false, isCounted });
      if (key === undefined || said === null) return null;
      cases.push([key, said]);
    }
    return Object.fromEntries(cases);
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.message);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }
}
