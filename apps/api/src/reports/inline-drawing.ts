import { printLook } from '@portee/shared';
import { type Html, trusted } from './html.js';

/** The colours a drawing is made in, by role: the page's style sheet gives each role its colour, light, dark and printed. */
const roles: Record<string, string> = {
  ink: 'ink', quiet: 'quiet', staff: 'staff', outline: 'outline', accent: 'accent', accentText: 'accent-text', band: 'band', pale: 'pale', paper: 'paper',
};
const roleOf = new Map(Object.entries(printLook).flatMap(([name, value]) => (typeof value === 'string' && name in roles ? [[value.toUpperCase(), roles[name] ?? '']] : [])));

/**
 * A drawing made for paper as part of a page: in the page's own colours, as wide as its place, with ids that no other drawing has, no
 * more decimals than an eye sees, and no name, which its place gives it.
 */
export function inlineDrawing(svg: string, id: string): Html {
  const drawing = svg.slice(svg.indexOf('<svg'))
    .replace(/^<svg [^>]*>(?:<title>.*?<\/title>)?/su, (root) => `<svg aria-hidden="true" ${/viewBox="[^"]*"/u.exec(root)?.[0] ?? ''}>`)
    .replaceAll(/(fill|stroke)="(#[0-9a-f]{6}|white)"/giu, (whole, kind: string, colour: string) => {
      const role = roleOf.get(colour === 'white' ? '#FFFFFF' : colour.toUpperCase());
      return role === undefined ? whole : `${kind}="var(--${role})"`;
    })
    .replaceAll(/(id="|url\(#)/gu, `$1${id}-`)
    .replaceAll(/(\.\d{2})\d+/gu, '$1')
    .replaceAll(/>\s+</gu, '><');
  return trusted(drawing);
}
