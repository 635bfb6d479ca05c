import { themeKey } from '../site/head/theme-script.ts';

/** Shows which colours the reader chose earlier; not over what they are choosing now. */
export function showTheme(): void {
  const select = choice();
  if (select) select.value ||= document.documentElement.dataset['theme'] ?? '';
}

/** Stores what the reader chooses; without storage it lasts as long as the page. */
export function chooseTheme(): void {
  const chosen = choice()?.value ?? '';
  document.documentElement.dataset['theme'] = chosen;
  try {
    if (chosen === '') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, chosen);
  } catch {
    // The browser stores nothing for this site.
  }
}

function choice(): HTMLSelectElement | null {
  return document.querySelector('.theme select');
}
