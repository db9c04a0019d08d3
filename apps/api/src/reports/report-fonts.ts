import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The faces that the layout and the charts name: two of text, one of headings. */
const ownFaces = [
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  '@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf',
];

/** Asked only for what the others lack: other scripts, arrows and signs, then emoji in one ink. */
const spareFaces = ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'];

/** Absolute paths of the faces that charts are lettered in. */
export function chartFontPaths(): string[] {
  return ownFaces.map(pathOf);
}

/** The faces of the document as bytes, spare ones included. */
export function documentFonts(): Buffer[] {
  return [...ownFaces, ...spareFaces].map((face) => readFileSync(pathOf(face)));
}

function pathOf(face: string): string {
  return fileURLToPath(import.meta.resolve(face));
}
