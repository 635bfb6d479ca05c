import { cardColours, cardSize } from './card.ts';

const { width, height } = cardSize;
const { paper, rule, accent, accentSoft, gold, starLine } = cardColours;

/** What lies under the text of a card, as SVG: paper, the double frame of a manuscript's page, and stars. */
export function cardGround(isRightToLeft: boolean, sealed: boolean): string {
  // Drawn for left to right; the other is its mirror image, but for the ticks.
  const x = (left: number): number => (isRightToLeft ? width - left : left);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${paper}"/>
    <clipPath id="inner"><rect x="${36 - x(1096)}" y="${36 - 528}" width="${width - 72}" height="${height - 72}"/></clipPath>
    <g clip-path="url(#inner)" transform="translate(${x(1096)} 528)">
      <path d="${star}" transform="scale(15)" fill="${accentSoft}"/>
      <g fill="none" stroke="${starLine}">${[17, 13, 9].map(starOutline).join('')}</g>
    </g>
    <g fill="none" stroke="${rule}">
      <rect x="24" y="24" width="${width - 48}" height="${height - 48}" stroke-width="4"/>
      <rect x="34" y="34" width="${width - 68}" height="${height - 68}" stroke-width="2"/>
    </g>
    <path d="M${x(84)} 476H${x(204)}" stroke="${gold}" stroke-width="4"/>
    ${seal(x(84 + 28), 106, 1.75)}
    ${sealed ? seal(x(84 + 19), 530, 1.2) : ''}
  </svg>`;
}

/** The eight-pointed star of the site's mark, around the origin. */
const star = 'M0-15l4.4 4.4h6.2v6.2L15 0l-4.4 4.4v6.2H4.4L0 15l-4.4-4.4h-6.2V4.4L-15 0l4.4-4.4v-6.2h6.2z';

function starOutline(scale: number): string {
  return `<path d="${star}" transform="scale(${scale})" stroke-width="${2 / scale}"/>`;
}

function seal(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">
    <path d="${star}" fill="${accent}"/>
    <path d="M-5.5 .5l4 4 7.5-8.5" fill="none" stroke="${paper}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>
  </g>`;
}
