import type { FileRecord } from '../networks/core/export-reader.js';
import { FileRefused, refuse } from './file-refusal.js';

/** First sheet of a workbook as records. @throws FileRefused */
export function readWorkbook(_source: AsyncIterable<Buffer>, _fileBytes: number): Promise<AsyncIterable<FileRecord>> {
  return Promise.reject(new FileRefused(refuse('workbook-unreadable')));
}
