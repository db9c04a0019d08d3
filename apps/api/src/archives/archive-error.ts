/** Why an archive was not written or not read back. */
export type ArchiveReason =
  | 'archive-exists'
  | 'archive-unwritable'
  | 'archive-unreadable'
  | 'archive-not-ours'
  | 'archive-damaged'
  | 'archive-bomb'
  | 'archive-newer'
  | 'archive-older'
  | 'archive-wrong-key'
  | 'restore-not-empty'
  | 'restore-busy';

/** Nothing has been changed when this is thrown. */
export class ArchiveError extends Error {
  constructor(
    readonly reason: ArchiveReason,
    readonly values: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'ArchiveError';
  }
}
