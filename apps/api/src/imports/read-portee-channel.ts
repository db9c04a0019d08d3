import { cleanText } from '../networks/core/clean-text.js';
import type { FileChannel } from '../networks/core/export-reader.js';
import { normaliseLabel, type NamedCell } from '../networks/core/header-columns.js';
import { type RowDraft, shorten } from '../networks/core/row-draft.js';
import { findNetwork, listNetworks } from '../networks/registry.js';
import { readNeutralised } from './formula-text.js';

/** Longest name of a channel, in signs. */
const MAX_NAME = 120;

/** The channel a row of Portée's own format speaks of; null: the row is rejected. */
export function readPorteeChannel(cells: { channel: NamedCell; network: NamedCell }, draft: RowDraft): { channel: FileChannel; hasPaidPush: boolean } | null {
  const name = cleanText(readNeutralised(cells.channel.text))?.replaceAll('\n', ' ') ?? '';
  const network = findNetwork(normaliseLabel(cells.network.text));
  if (name === '') draft.reject(cells.channel.column, 'value-missing');
  else if (name.length > MAX_NAME) draft.reject(cells.channel.column, 'too-long', { length: MAX_NAME });
  else if (cells.network.text === '') draft.reject(cells.network.column, 'value-missing');
  else if (network === null) draft.reject(cells.network.column, 'unknown-network', { value: shorten(cells.network.text), known: listNetworks().map((known) => known.network).join(', ') });
  if (network === null || draft.rejection !== null) return null;
  return { channel: { network: network.descriptor.network, externalId: null, name }, hasPaidPush: network.descriptor.hasPaidPush };
}
