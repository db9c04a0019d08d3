import type { DirectoryReason } from '@portee/shared';

/** Somebody came back from the directory and is not let in. The page that they are led to says why. */
export class DirectoryRefusal extends Error {
  constructor(
    readonly reason: DirectoryReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}
