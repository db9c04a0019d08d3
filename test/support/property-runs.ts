import fc from 'fast-check';

/** How often a property that does not say so itself is tried. */
fc.configureGlobal({ numRuns: process.env['PORTEE_TEST_TIER'] === 'long' ? 1_000 : 100 });
