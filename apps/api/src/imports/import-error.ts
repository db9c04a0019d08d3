import { DomainError } from '../operations/domain-error.js';

/** Why an import could not be received, decided on or undone. */
export class ImportError extends DomainError<
  | 'import-not-found'
  | 'file-missing'
  | 'file-too-large'
  | 'upload-cut'
  | 'field-unreadable'
  | 'observed-in-future'
  | 'import-not-waiting-for-this'
  | 'import-not-applied'
  | 'undo-newer-first'
> {}
