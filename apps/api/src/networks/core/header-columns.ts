/**
 * A header or a label made comparable: no byte order mark, no accents, straight apostrophes, ordinary single spaces,
 * lower case. Compared whole afterwards: "vues" must not swallow "vues de vidéo".
 */
export function normaliseLabel(label: string): string {
  return label
    .replaceAll('\uFEFF', '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u2019', "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** One cell found by the name of its column: the header as the file prints it, and the text, trimmed ("" when absent). */
export interface NamedCell {
  column: string;
  text: string;
}

/** The columns of a file by name, never by position. The same name may stand several times. */
export class HeaderColumns {
  private readonly positions = new Map<string, number[]>();

  constructor(private readonly headers: readonly string[]) {
    headers.forEach((header, position) => {
      const name = normaliseLabel(header);
      const known = this.positions.get(name);
      if (known === undefined) this.positions.set(name, [position]);
      else known.push(position);
    });
  }

  /** Whether one of these names (any case, accents or apostrophes) stands in the header. */
  has(...names: readonly string[]): boolean {
    return names.some((name) => this.positions.has(normaliseLabel(name)));
  }

  /** How many of these names stand in the header. */
  countOf(names: readonly string[]): number {
    return names.filter((name) => this.has(name)).length;
  }

  /**
   * Finds once which positions hold a measure, so that reading a row costs no comparison of names.
   * @param names  accepted names of the same column, in any language
   */
  select(names: readonly string[]): ColumnSelection {
    const positions = names.flatMap((name) => this.positions.get(normaliseLabel(name)) ?? []);
    return new ColumnSelection(positions, this.headers[positions[0] ?? -1] ?? names[0] ?? '');
  }
}

/** The positions at which one column stands; several when a file repeats it or mixes two languages. */
export class ColumnSelection {
  constructor(private readonly positions: readonly number[], readonly header: string) {}

  get isPresent(): boolean {
    return this.positions.length > 0;
  }

  /** First cell of a row that is not empty; a row shorter than the header has empty cells there. */
  cell(cells: readonly string[]): NamedCell {
    for (const position of this.positions) {
      const text = cells[position]?.trim() ?? '';
      if (text !== '') return { column: this.header, text };
    }
    return { column: this.header, text: '' };
  }
}
