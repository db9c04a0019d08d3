import type { NetworkDescriptor } from '@portee/shared';
import type { ExportReader } from './export-reader.js';
import type { ConnectorClass } from './network-connector.js';
import type { NetworkMessages } from './network-messages.js';

/** A network as the rest of Portée meets it: data, its own sentences, the readers of its files, and what asks it. */
export interface RegisteredNetwork {
  descriptor: NetworkDescriptor;
  messages: NetworkMessages;
  exportReaders: readonly ExportReader[];
  /** null: it is not asked by itself. */
  connector: ConnectorClass | null;
}
