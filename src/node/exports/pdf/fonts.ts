import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { Face } from './piece.ts';

const { resolve } = createRequire(import.meta.url);

/** DejaVu has Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic letters, and the block that masks names, in one font. */
export const FONT_FILES: Readonly<Record<Face['font'], string>> = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

/** Whether the fonts have a letter: others are drawn as an empty box. */
export function openCoverage(): (letter: string) => boolean {
  const fonts = Object.values(FONT_FILES).map(file => {
    const font = create(readFileSync(file));
    if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} is a collection of fonts`);
    return font;
  });
  const known = new Map<string, boolean>();
  return letter => {
    const code = letter.codePointAt(0) ?? 0;
    const has = known.get(letter) ?? (code <= 32 || fonts.every(font => font.hasGlyphForCodePoint(code)));
    known.set(letter, has);
    return has;
  };
}
