import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { BoardDocument } from './board-document.js';
import { uncoveredSigns, withoutSigns } from './pdf-text.js';
import { documentFonts } from './report-fonts.js';

/** How many documents back the compiler remembers what it laid out. */
const REMEMBERED = 1;

/** One compiler for the life of the process: reading the fonts costs more than a document. */
let kept: { compiler: NodeCompiler; layout: string } | null = null;

/** Marks without a glyph are dropped first, then signs replaced: whoever is still refused after that has another trouble. */
const REPAIRS = 2;

/**
 * Lays the document out as PDF/UA-1: the compiler itself refuses one without title, language, alternative texts or in
 * which a sign has no glyph. Signs that no font has are replaced by a small square.
 * @throws Error with the compiler's own words when it still refuses
 */
export function compileBoard(board: BoardDocument): Buffer {
  return compileRepairing(JSON.stringify(board), REPAIRS);
}

function compileRepairing(data: string, repairs: number): Buffer {
  try {
    return compile(data);
  } catch (refusal) {
    const missing = uncoveredSigns(refusal instanceof Error ? refusal.message : '');
    if (missing.length === 0 || repairs === 0) throw refusal;
    return compileRepairing(repaired(data, missing), repairs - 1);
  }
}

/** Repairs texts only: pictures are ours, and a letter in them may be part of a command. */
function repaired(data: string, missing: readonly string[]): string {
  return JSON.stringify(JSON.parse(data), (key, value: unknown) => (typeof value === 'string' && key !== 'picture' ? withoutSigns(value, missing) : value));
}

function compile(data: string): Buffer {
  kept ??= {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: documentFonts() }] }),
    layout: readFileSync(new URL('./report.typ', import.meta.url), 'utf8'),
  };
  const { compiler, layout } = kept;
  try {
    return compiler.pdf({ mainFileContent: layout, inputs: { board: data } }, { pdfStandard: 'ua-1' });
  } finally {
    compiler.evictCache(REMEMBERED);
  }
}
