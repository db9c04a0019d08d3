/** SQLSTATE of an error of the database, wherever TypeORM put it; null: it is none. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? sqlState(error.driverError) : sqlState(error.cause);
}
