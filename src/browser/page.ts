import { copyAnchor, copyBlock } from './copying.ts';
import { handleExample, openSharedCode } from './examples.ts';
import { openSearch } from './search.ts';
import { chooseTheme, showTheme } from './theme-choice.ts';
import { loadToolStyles } from './tool-styles.ts';

/** What a page does; loaded by `start.ts`, which tells it of what the reader does, from the first sign of them on. */
export function handle(event: Event): void {
  const { type, target } = event;
  if (!(target instanceof Element)) return;
  handleExample(event, target);
  if (type === 'focusin' && target.matches('.search input')) openSearch(target);
  if (type === 'change' && target.matches('.theme select')) chooseTheme();
  if (type !== 'click') return;
  const button = target.closest('.copy:not(.example-tool)');
  if (button) void copyBlock(button);
  const anchor = target.closest<HTMLAnchorElement>('.anchor');
  if (anchor && event instanceof MouseEvent && !isOnWords(event, anchor)) void copyAnchor(anchor);
}

/** Whoever clicks on the words of a heading wants to go there; on the sign behind them, to have its address. */
function isOnWords({ clientX, clientY, detail }: MouseEvent, anchor: Element): boolean {
  const words = new Range();
  words.selectNodeContents(anchor);
  // A key clicks on no place.
  return (
    detail > 0 &&
    [...words.getClientRects()].some(({ left, right, top, bottom }) => {
      return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
    })
  );
}

void loadToolStyles();
showTheme();
openSharedCode();
addEventListener('hashchange', openSharedCode);
// The field of the page of the search, or one that the reader is in already.
const field = document.querySelector('.search-page input, .search input:focus');
if (field) openSearch(field);
