import { lightLook, type ChartLook } from '@portee/shared';
import { loadChartFonts } from './chart-fonts.js';

/** What a picture must say by itself, once it lies in a document of somebody's. */
export interface PictureWords {
  /** The finding. */
  title: string;
  /** What is drawn, in which unit, and what must be known to read it: a line each. */
  lines: readonly string[];
  /** Of whom, from when, made with what. */
  source: string;
}

/** On any paper: in light colours, whatever the screen shows, and answering to no pointer. */
export const pictureLook: ChartLook = { ...lightLook, paper: '#FFFFFF', isInteractive: false };

const WIDTH = 1200;
const MARGIN = 48;
/** What is left for what is drawn. */
export const INNER = WIDTH - 2 * MARGIN;
/** Points of the picture for one of the layout: sharp in print at the width of a page. */
export const SCALE = 2;
const TITLE = { font: `640 32px ${lightLook.headFont}`, height: 38, colour: lightLook.ink };
const TEXT = { font: `400 17px ${lightLook.textFont}`, height: 25, colour: lightLook.quiet };

interface Line { text: string; kind: typeof TITLE }

/** What is drawn between the words, INNER wide: `paint` begins at the upper left corner. */
export interface Painting {
  height: number;
  paint: (context: CanvasRenderingContext2D) => void;
}

/** A painting as PNG, with its title above and its words and source below. @param make  called once letters can be written */
export async function toPicture(make: () => Painting, { title, lines, source }: PictureWords): Promise<Blob> {
  await loadChartFonts();
  const { canvas, context } = sheet();
  const above = wrap(context, [title], TITLE);
  const below = [...wrap(context, lines, TEXT), { text: '', kind: TEXT }, ...wrap(context, [source], TEXT)];
  const [aboveHeight, belowHeight] = [above, below].map((all) => all.reduce((sum, { kind }) => sum + kind.height, 0));
  const top = MARGIN + (aboveHeight ?? 0) + MARGIN / 2;
  const { height, paint } = make();
  canvas.width = WIDTH * SCALE;
  canvas.height = (top + height + MARGIN / 2 + (belowHeight ?? 0) + MARGIN) * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = pictureLook.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  write(context, above, MARGIN);
  context.save();
  context.translate(MARGIN, top);
  paint(context);
  context.restore();
  write(context, below, top + height + MARGIN / 2);
  return new Promise((resolve, reject) => { canvas.toBlob((blob) => { if (blob === null) reject(new Error('the browser makes no picture')); else resolve(blob); }, 'image/png'); });
}

/** A canvas to draw on. @throws Error where the browser has none */
export function sheet(): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser draws no picture');
  return { canvas, context };
}

/** Broken between words at the width of the picture. */
function wrap(context: CanvasRenderingContext2D, texts: readonly string[], kind: typeof TITLE): Line[] {
  context.font = kind.font;
  return texts.flatMap((text) => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
      if (lines.length > 0 && context.measureText(longer).width <= INNER) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.map((line) => ({ text: line, kind }));
  });
}

function write(context: CanvasRenderingContext2D, lines: readonly Line[], from: number): void {
  context.textBaseline = 'top';
  lines.reduce((y, { text, kind }) => {
    context.font = kind.font;
    context.fillStyle = kind.colour;
    context.fillText(text, MARGIN, y);
    return y + kind.height;
  }, from);
}
