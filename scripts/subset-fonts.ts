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
  // What English and the names in prose are written with; other Latin letters come from the package's own files.
  { name: 'readex-pro', subset: 'latin', characters: '20-7E A0 AB B7 BB D7 2013-2014 2018-2019 201C-201D 2022 2026' },
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

for (const { name, subset, characters, weights = allWeights } of fonts) {
  const file = import.meta.resolve(`@fontsource-variable/${name}/files/${name}-${subset}-wght-normal.woff2`);
  const whole = await readFile(fileURLToPath(file));
  const part = await subsetFont(whole, charactersOf(characters), {
    targetFormat: 'woff2',
    variationAxes: { wght: weights },
    keepFeatures: features,
  });
  await writeFile(new URL(`../src/site/fonts/${name}-${subset}.woff2`, import.meta.url), part);
  console.log(`${name}-${subset}.woff2: ${part.length} of ${whole.length} bytes`);
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
