import { describeConnector } from './connector-contract.js';
import { mastodonHarness } from './mastodon.harness.js';

describeConnector('Mastodon, for a visitor', mastodonHarness({ kind: 'mastodon' }, { isSignedIn: false }));
describeConnector('Mastodon 4.2, signed in', mastodonHarness({ kind: 'mastodon', version: '4.2.0' }));
describeConnector('GoToSocial', mastodonHarness({ kind: 'gotosocial' }));
describeConnector('snac', mastodonHarness({ kind: 'snac' }));
