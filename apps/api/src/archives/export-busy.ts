import { DomainError } from '../operations/domain-error.js';

/** Others are taking everything along just now. */
export class ExportBusy extends DomainError<'export-busy'> {}
