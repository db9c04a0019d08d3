/** A canvas does not redraw itself when the fonts of the page arrive: they are waited for. One that cannot be fetched is replaced by the system's. */
export function loadChartFonts(): Promise<unknown> {
  const faces = ['14px "Atkinson Hyperlegible Next"', '650 14px "Atkinson Hyperlegible Next"', '650 14px "Bricolage Grotesque"'];
  return Promise.allSettled(faces.map((face) => document.fonts.load(face)));
}
