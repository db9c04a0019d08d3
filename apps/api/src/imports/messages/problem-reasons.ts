/** Every reason a line or a file may be given, each with a sentence in every catalogue. Words never change: programs decide on them. */
export const problemReasons = [
  'not-a-number', 'negative', 'not-whole', 'implausible', 'abbreviated-number', 'scientific-notation',
  'value-missing', 'too-long', 'unknown-network', 'unknown-format', 'unknown-paid', 'id-damaged-by-spreadsheet',
  'id-not-a-number', 'date-unreadable', 'date-impossible', 'date-changed-by-spreadsheet', 'mixed-date-orders', 'offset-missing',
  'time-missing', 'before-2004', 'after-download', 'after-observed', 'observed-after-download', 'duplicate-id-differs',
  'no-figure', 'other-network', 'other-page', 'row-unreadable', 'duplicate-row', 'unreadable-characters',
  'text-cut', 'url-not-web', 'hour-repeated', 'hour-skipped', 'reach-above-views', 'organic-above-reach',
  'facebook-before-2025', 'guessed-windows-1252', 'format-other', 'empty-file', 'header-only', 'not-a-text-file',
  'not-a-table', 'quote-not-closed', 'line-too-long', 'audience-file', 'damaged-by-spreadsheet', 'chart-not-used',
  'channel-needed', 'channel-limit', 'file-of-another-page', 'file-of-another-network', 'nothing-left', 'refused-by-person', 'import-keeps-failing', 'mapping-column-missing', 'workbook-too-big', 'workbook-too-long', 'chart-skipped', 'workbook-bomb',
  'workbook-unreadable', 'workbook-locked', 'workbook-empty',
] as const;
export type ProblemReason = (typeof problemReasons)[number];
/** Sentences by reason; words between braces are filled in. What is wrong first, then what to do. */
export type ProblemCatalogue = Readonly<Record<ProblemReason, string>>;
