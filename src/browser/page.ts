import { addCopyButtons, copyAnchors } from './copying.ts';
import { keepOffline } from './keep-offline.ts';
import { followThemeChoice } from './theme-choice.ts';

/** What every page does in a browser with scripts, beside its search and its examples. */
const labels = document.getElementById('page-labels')?.dataset;
followThemeChoice();
addCopyButtons(labels?.['copy'] ?? '', labels?.['copied'] ?? '');
copyAnchors(labels?.['copied'] ?? '');
keepOffline();
