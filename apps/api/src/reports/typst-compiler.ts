import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { BoardDocument } from './board-document.js';
import { replaceSigns, uncoveredSigns } from './pdf-text.js';
import { documentFonts } from './report-fonts.js';

/** How many documents back the compiler remembers what it laid out. */
const REMEMBERED = 2;

/** One compiler for the life of the process: reading the fonts costs more than a document. */
let kept: { compiler: NodeCompiler; layout: string } | null = null;

/**
 * Lays the document out as PDF/UA-1: the compiler itself refuses one without title, language, alternative texts or in
 * which a sign has no glyph. Signs no font has are replaced once by a small square.
 * @throws Error with the compiler's own words when it still refuses
 */
export function compileBoard(board: BoardDocument): Buffer {
  const data = JSON.stringify(board);
  try {
    return compile(data);
  } catch (refusal) {
    const missing = uncoveredSigns(refusal instanceof Error ? refusal.message : '');
    if (missing.length === 0) throw refusal;
    return compile(JSON.stringify(board, (_, value: unknown) => (typeof value === 'string' ? replaceSigns(value, missing) : value)));
  }
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
