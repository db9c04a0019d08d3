/**
 * The assignment of least total cost: for each row its column, of which there must be at least as many, each taken once.
 * Shortest augmenting paths (Jonker and Volgenant, Computing 38, 1987, 325-340): rows × rows × columns steps at most.
 * Of several as good, always the same for the same order of rows and columns.
 */
export function assignRows(costs: readonly (readonly number[])[]): number[] {
  const columns = costs[0]?.length ?? 0;
  if (columns < costs.length) throw new RangeError(`${costs.length} rows for ${columns} columns`);
  const state: State = { costs, ofRow: costs.map(() => 0), ofColumn: Array.from({ length: columns }, () => 0), rowOf: Array.from({ length: columns }, () => NONE) };
  for (const row of costs.keys()) augment(state, row);
  const found = costs.map(() => NONE);
  for (const [column, row] of state.rowOf.entries()) if (row !== NONE) found[row] = column;
  return found;
}

const NONE = -1;

interface State {
  costs: readonly (readonly number[])[];
  /** What each row and column is worth: no cost is ever below the sum of its two. */
  ofRow: number[];
  ofColumn: number[];
  rowOf: number[];
}

/** The nearest that columns are reached from a new row, and from which column each was. */
interface Reached {
  distance: number[];
  from: number[];
  isDone: boolean[];
}

/** Gives one more row a column; others may have to move. */
function augment(state: State, start: number): void {
  const { rowOf } = state;
  const reached: Reached = { distance: rowOf.map(() => Infinity), from: rowOf.map(() => NONE), isDone: rowOf.map(() => false) };
  let [row, last, walked] = [start, NONE, 0];
  for (;;) {
    lookFrom(state, reached, { row, last, walked });
    last = nearest(reached);
    walked = reached.distance[last] ?? 0;
    const next = rowOf[last] ?? NONE;
    if (next === NONE) break;
    reached.isDone[last] = true;
    row = next;
  }
  settle(state, reached, { start, walked });
  for (let column = last; column !== NONE;) {
    const before = reached.from[column] ?? NONE;
    rowOf[column] = before === NONE ? start : (rowOf[before] ?? start);
    column = before;
  }
}

function lookFrom({ costs, ofRow, ofColumn }: State, { distance, from, isDone }: Reached, { row, last, walked }: { row: number; last: number; walked: number }): void {
  for (const [column, cost] of (costs[row] ?? []).entries()) {
    const through = walked + cost - (ofRow[row] ?? 0) - (ofColumn[column] ?? 0);
    if (isDone[column] || through >= (distance[column] ?? 0)) continue;
    distance[column] = through;
    from[column] = last;
  }
}

function nearest({ distance, isDone }: Reached): number {
  return distance.reduce((best, at, column) => (!isDone[column] && (best === NONE || at < (distance[best] ?? 0)) ? column : best), NONE);
}

function settle({ ofRow, ofColumn, rowOf }: State, { distance, isDone }: Reached, { start, walked }: { start: number; walked: number }): void {
  ofRow[start] = (ofRow[start] ?? 0) + walked;
  for (const [column, row] of rowOf.entries()) {
    if (!isDone[column]) continue;
    const spare = walked - (distance[column] ?? 0);
    ofRow[row] = (ofRow[row] ?? 0) + spare;
    ofColumn[column] = (ofColumn[column] ?? 0) - spare;
  }
}
