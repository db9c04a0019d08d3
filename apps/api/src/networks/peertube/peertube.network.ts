import type { RegisteredNetwork } from '../core/registered-network.js';
import { PeertubeConnector } from './peertube.connector.js';
import { peertubeDescriptor } from './peertube.descriptor.js';
import { peertubeMessages } from './peertube.messages.js';

export const peertubeNetwork: RegisteredNetwork = { descriptor: peertubeDescriptor, messages: peertubeMessages, exportReaders: [], connector: PeertubeConnector };
