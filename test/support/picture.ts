import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** A chart downloaded as a picture, as it lies on the disk, and every text that was written on it. */
export interface TakenPicture {
  file: string;
  width: number;
  /** Lines and labels, joined by spaces, with plain spaces. */
  words: string;
  /** Red, green and blue of the upper left corner. */
  corner: number[];
  /** Points that are dark, between two parts of its height. */
  title: number;
  drawing: number;
}

/** Presses « Télécharger l’image ». */
export async function takePicture(page: Page): Promise<TakenPicture> {
  await page.evaluate(() => {
    const written: string[] = [];
    Reflect.set(window, 'written', written);
    const write: unknown = Reflect.get(CanvasRenderingContext2D.prototype, 'fillText');
    if (typeof write !== 'function') throw new Error('no canvas');
    Reflect.set(CanvasRenderingContext2D.prototype, 'fillText', new Proxy(write, { apply: (_, self, given: unknown[]) => { written.push(String(given[0])); Reflect.apply(write, self, given); } }));
  });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Télécharger l’image' }).click()]);
  await page.getByText('L’image est téléchargée.').waitFor();
  const picture = await readFile(await download.path());
  if (picture.subarray(1, 4).toString() !== 'PNG') throw new Error('no PNG');
  const words = await page.evaluate(() => { const written: unknown = Reflect.get(window, 'written'); return Array.isArray(written) ? written.join(' ') : ''; });
  return { file: download.suggestedFilename(), width: picture.readUInt32BE(16), words: words.replaceAll(/[\u00A0\u202F]/gu, ' '), ...(await lookAt(page, picture)) };
}

function lookAt(page: Page, picture: Buffer): Promise<Pick<TakenPicture, 'corner' | 'title' | 'drawing'>> {
  return page.evaluate(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: new Uint8ClampedArray() };
    const inked = (from: number, to: number): number => data.slice(Math.floor(from * image.height) * image.width * 4, Math.floor(to * image.height) * image.width * 4).filter((value, place) => place % 4 === 0 && value < 90).length;
    return { corner: Array.from(data.slice(0, 3)), title: inked(0.03, 0.15), drawing: inked(0.25, 0.6) };
  }, picture.toString('base64'));
}
