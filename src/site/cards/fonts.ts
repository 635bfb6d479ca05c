import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, ensureCached, sha256 } from '../../cache/cache.ts';

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
 * Makes Pango, which reads no WOFF2, draw with the site's own fonts. It must be called before
 * the process draws any text.
 *
 * @param folder where the fonts are unpacked
 */
export async function useCardFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, font] of (await cardFontFiles()).entries()) {
    const { bytes } = await ensureCached(join(cacheFolder(), 'fonts'), sha256(font).slice(0, 16), 'ttf', () =>
      unpacked(font),
    );
    await writeFile(join(folder, `${index}.ttf`), bytes);
  }
  const file = join(folder, 'fonts.conf');
  await writeFile(file, fontConfiguration(folder));
  process.env['FONTCONFIG_FILE'] = file;
}

async function unpacked(font: Uint8Array): Promise<Uint8Array> {
  // Loaded where it is needed: most builds find what an earlier one has unpacked.
  const { convert } = await import('fontverter');
  return convert(Buffer.from(font), 'sfnt');
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
