/** `npm run fonts`: cuts the site's fonts down to what its pages are written with, into `src/site/fonts/`. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** The weights of `src/site/styles`, lightest to boldest. */
const allWeights = { min: 300, max: 700 };

/** What joins letters, sets marks and keeps distances; no ornaments. */
const features = ['ccmp', 'locl', 'isol', 'init', 'medi', 'fina', 'rlig', 'liga', 'calt', 'mark', 'mkmk', 'kern'];

/** Each with its characters as `unicode-range` in `src/site/styles/fonts*.css` have them. */
const fonts = [
  { name: 'readex-pro', subset: 'arabic', characters: '600-6FF 750-77F 200C-200F FB50-FDFF FE70-FEFC' },
  // What English and the names in prose are written with.
  { name: 'readex-pro', subset: 'latin', characters: '20-7E A0 AB B7 BB D7 2013-2014 2018-2019 201C-201D 2022 2026' },
  // Single letters and signs in other languages' articles: with those of the language no more than a page may load.
  {
    name: 'readex-pro',
    subset: 'latin',
    file: 'readex-pro-latin-frequent',
    characters: 'A7 A9 AE B0-B3 BC-BE C7 D6 DC E0-E1 E4 E7-E9 ED F1 F3 F6 FC 131 20AC',
  },
  {
    name: 'readex-pro',
    subset: 'latin',
    file: 'readex-pro-latin-rare',
    characters:
      'A1-A6 A8 AA AC AF B4-B6 B8-BA BF-C6 C8-D5 D8-DB DD-DF E2-E3 E5-E6 EA-EC EE-F0 F2 F4-F5 F7-FB FD-FF 152-153 2122',
  },
  { name: 'readex-pro', subset: 'latin-ext', characters: '100-130 132-151 154-17F 218-21B 1E9E' },
  // Persian and Urdu, whose own letters Readex Pro does not have.
  {
    name: 'vazirmatn',
    subset: 'arabic',
    // Its regular weight is as dark as the light one of Readex Pro that text is set in; a lighter one takes 6 KB.
    weights: { min: 400, max: 700 },
    characters:
      '60C 61B 61F 621-63A 640-652 654 66A-66C 670 679 67E 686 688 691 698 6A9 6AF 6BA 6BE 6C0-6C3 6CC 6D2-6D4 6F0-6F9 200C-200F',
  },
  { name: 'noto-sans-hebrew', subset: 'hebrew', characters: '590-5FF 20AA 25CC FB1D-FB4F' },
];

for (const { name, subset, characters, file = `${name}-${subset}`, weights = allWeights } of fonts) {
  const source = import.meta.resolve(`@fontsource-variable/${name}/files/${name}-${subset}-wght-normal.woff2`);
  const whole = await readFile(fileURLToPath(source));
  const part = await subsetFont(whole, charactersOf(characters), {
    targetFormat: 'woff2',
    variationAxes: { wght: weights },
    keepFeatures: features,
  });
  await writeFile(new URL(`../src/site/fonts/${file}.woff2`, import.meta.url), part);
  console.log(`${file}.woff2: ${part.length} of ${whole.length} bytes`);
}

function charactersOf(ranges: string): string {
  return ranges
    .split(' ')
    .map((range) => {
      const [first = 0, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
      return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
    })
    .join('');
}
