import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Paths of the faces that layouts, charts and shared pages name: two of text, one of headings. */
export const ownFaces = {
  text: pathOf('@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  strong: pathOf('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
  head: pathOf('@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf'),
};

/** Asked only for what the others lack: other scripts, arrows and signs, then emoji in one ink. */
const spareFaces = ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'].map(pathOf);

/** Absolute paths of the faces that charts are lettered in. */
export function chartFontPaths(): string[] {
  return Object.values(ownFaces);
}

/** The faces of the document as bytes, spare ones included. */
export function documentFonts(): Buffer[] {
  return [...Object.values(ownFaces), ...spareFaces].map((path) => readFileSync(path));
}

function pathOf(face: string): string {
  return fileURLToPath(import.meta.resolve(face));
}
