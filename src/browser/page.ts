import './code-example.ts';
import { addCopyButtons, copyAnchors } from './copying.ts';
import { keepOffline } from './keep-offline.ts';
import './search.ts';
import { followThemeChoice } from './theme-choice.ts';

/** The one script that a page loads with itself; what it can load later, it loads when a reader reaches for it. */
const labels = document.getElementById('page-labels')?.dataset;
followThemeChoice();
addCopyButtons(labels?.['copy'] ?? '', labels?.['copied'] ?? '');
copyAnchors(labels?.['copied'] ?? '');
keepOffline();
