import { describeConnector } from './connector-contract.js';
import { blueskyHarness } from './bluesky.harness.js';

describeConnector('Bluesky', blueskyHarness());
describeConnector('Bluesky, full pages', blueskyHarness({ pages: 'full', isQuiet: true, tellsLimits: false }));
