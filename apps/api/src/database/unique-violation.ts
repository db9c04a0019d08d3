/** Whether PostgreSQL refused a row because another one has the same key (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === '23505') return true;
  return 'driverError' in error && isUniqueViolation(error.driverError);
}
