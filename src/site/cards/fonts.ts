import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The fonts of the site's pages, and one for code. */
const fonts = [
  ...['readex-pro-arabic', 'readex-pro-latin', 'vazirmatn-arabic', 'noto-sans-hebrew-hebrew'].map(
    (name) => new URL(`../fonts/${name}.woff2`, import.meta.url),
  ),
  ...['readex-pro/files/readex-pro-latin-ext', 'jetbrains-mono/files/jetbrains-mono-latin'].map(
    (name) => new URL(import.meta.resolve(`@fontsource-variable/${name}-wght-normal.woff2`)),
  ),
];

/**
 * Makes Pango, which reads no WOFF2, draw with the site's own fonts. It must be called before the process draws any text.
 *
 * @param folder where the fonts are unpacked
 */
export async function useCardFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Loaded where it is needed: most builds draw nothing new.
  const { convert } = await import('fontverter');
  for (const [index, font] of fonts.entries()) {
    await writeFile(join(folder, `${index}.ttf`), await convert(await readFile(font), 'sfnt'));
  }
  const file = join(folder, 'fonts.conf');
  await writeFile(file, fontConfiguration(folder));
  process.env['FONTCONFIG_FILE'] = file;
}

/** The bytes of the fonts as they are installed, on which every picture depends. */
export function cardFontFiles(): Promise<readonly Uint8Array[]> {
  return Promise.all(fonts.map((font) => readFile(font)));
}

/** The machine's fonts are only for scripts that ours do not have; nothing else of its configuration counts. */
function fontConfiguration(folder: string): string {
  const machines = process.platform === 'win32' ? ['WINDOWSFONTDIR'] : ['/usr/share/fonts', '/System/Library/Fonts'];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...[folder, ...machines].map((path) => `<dir>${path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</dir>`),
    `<cachedir>${join(folder, 'cache').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}
