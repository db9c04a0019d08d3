declare module 'subset-font' {
  interface SubsetSettings {
    targetFormat: 'woff2';
    keepAllGlyphs: true;
    variationAxes: Record<string, number | { min: number; max: number }>;
  }
  export default function subsetFont(font: Buffer, text: undefined, settings: SubsetSettings): Promise<Buffer>;
}
