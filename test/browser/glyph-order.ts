import type { Page } from 'playwright-core';

/** A piece of text, and which of its occurrences in the section is meant; 1-based. */
export interface Piece {
  readonly text: string;
  readonly occurrence: number;
}

/** Where the glyphs of a piece are drawn; undefined where the section has no such piece. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The boxes of pieces of the text below a heading of level 2, up to the next one. */
export function glyphBoxes(
  page: Page,
  heading: string,
  pieces: readonly Piece[],
): Promise<readonly (Box | undefined)[]> {
  return page.evaluate(
    ({ heading, pieces }) => {
      const start = [...document.querySelectorAll('.text h2')].find((element) =>
        element.textContent.startsWith(heading),
      );
      const elements: Element[] = [];
      for (let next = start?.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling)
        elements.push(next);
      const nodes = elements.flatMap((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const found: Text[] = [];
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          if (!node.parentElement?.closest('script, [hidden], button, .example-caption, .example-toolbar'))
            found.push(node);
        }
        return found;
      });
      const text = nodes.map(({ data }) => data).join('');
      const place = (offset: number): [Text, number] => {
        let before = 0;
        for (const node of nodes) {
          if (offset < before + node.length) return [node, offset - before];
          before += node.length;
        }
        throw new RangeError(String(offset));
      };
      return pieces.map(({ text: wanted, occurrence }) => {
        let at = -1;
        for (let count = 0; count < occurrence; count++) at = text.indexOf(wanted, at + 1);
        if (at < 0) return undefined;
        const range = document.createRange();
        range.setStart(...place(at));
        const [last, offset] = place(at + wanted.length - 1);
        range.setEnd(last, offset + 1);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (boxes.length === 0) return undefined;
        return {
          left: Math.min(...boxes.map(({ left }) => left)),
          right: Math.max(...boxes.map(({ right }) => right)),
          top: Math.min(...boxes.map(({ top }) => top)),
          bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
        };
      });
    },
    { heading, pieces },
  );
}
