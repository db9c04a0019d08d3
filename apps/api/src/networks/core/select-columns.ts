import type { ColumnSelection, HeaderColumns, NamedCell } from './header-columns.js';

/** Finds every column of a reader once, and gives a row's cells by the reader's own names. */
export function selectColumns<Name extends string>(header: HeaderColumns, names: Readonly<Record<Name, readonly string[]>>): ColumnsByName<Name> {
  const selections = new Map<string, ColumnSelection>();
  for (const key in names) selections.set(key, header.select(names[key]));
  return new ColumnsByName(selections);
}

/** The columns of one file under the names that a reader gives them. */
export class ColumnsByName<Name extends string> {
  constructor(private readonly selections: ReadonlyMap<string, ColumnSelection>) {}

  /** The cell of a row, "" when the file has no such column or the row is too short. */
  cell(name: Name, cells: readonly string[]): NamedCell {
    return this.selections.get(name)?.cell(cells) ?? { column: name, text: '' };
  }

  /** The header as the file prints it. */
  header(name: Name): string {
    return this.selections.get(name)?.header ?? name;
  }

  has(name: Name): boolean {
    return this.selections.get(name)?.isPresent ?? false;
  }
}
