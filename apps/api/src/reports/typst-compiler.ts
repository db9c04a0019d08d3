import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PaperDocument } from './paper-document.js';
import { uncoveredSigns, withoutSigns } from './pdf-text.js';
import { documentFonts } from './report-fonts.js';

/** How many documents back the compiler remembers what it laid out. */
const REMEMBERED = 1;

/** Documents that there is a layout of, each in a file of its name. */
type Layout = 'plan' | 'report';

/** One compiler for the life of the process: reading the fonts costs more than a document. */
let kept: { compiler: NodeCompiler; layouts: Record<Layout, string> } | null = null;

/** Marks without a glyph are dropped first, then signs replaced: whoever is still refused after that has another trouble. */
const REPAIRS = 2;

/**
 * Lays the document out as PDF/UA-1: the compiler itself refuses one without title, language, alternative texts or in
 * which a sign has no glyph. Signs that no font has are replaced by a small square.
 * @throws Error with the compiler's own words when it still refuses
 */
export function compilePaper(layout: Layout, paper: PaperDocument): Buffer {
  return compileRepairing(layout, JSON.stringify(paper), REPAIRS);
}

function compileRepairing(layout: Layout, data: string, repairs: number): Buffer {
  try {
    return compile(layout, data);
  } catch (refusal) {
    const missing = uncoveredSigns(refusal instanceof Error ? refusal.message : '');
    if (missing.length === 0 || repairs === 0) throw refusal;
    return compileRepairing(layout, repaired(data, missing), repairs - 1);
  }
}

/** Repairs texts only: pictures are ours, and a letter in them may be part of a command. */
function repaired(data: string, missing: readonly string[]): string {
  return JSON.stringify(JSON.parse(data), (key, value: unknown) => (typeof value === 'string' && key !== 'picture' ? withoutSigns(value, missing) : value));
}

function compile(layout: Layout, data: string): Buffer {
  kept ??= {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: documentFonts() }] }),
    layouts: { plan: readLayout('plan'), report: readLayout('report') },
  };
  const { compiler, layouts } = kept;
  try {
    return compiler.pdf({ mainFileContent: layouts[layout], inputs: { document: data } }, { pdfStandard: 'ua-1' });
  } finally {
    compiler.evictCache(REMEMBERED);
  }
}

function readLayout(name: Layout): string {
  return ['paper', name].map((file) => readFileSync(new URL(`./${file}.typ`, import.meta.url), 'utf8')).join('\n');
}

/** Pages of a document that was laid out. */
export function pagesOf(pdf: Buffer): number {
  return (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
}
