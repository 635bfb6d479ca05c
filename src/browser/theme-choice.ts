import { themeKey } from '../site/theme-script.ts';

/** Shows which colours the reader chose, and stores another choice; without storage it lasts as long as the page. */
export function followThemeChoice(): void {
  const select = document.querySelector<HTMLSelectElement>('.theme select');
  if (!select) return;
  const { dataset } = document.documentElement;
  select.value = dataset['theme'] ?? '';
  select.addEventListener('change', () => {
    dataset['theme'] = select.value;
    try {
      if (select.value === '') localStorage.removeItem(themeKey);
      else localStorage.setItem(themeKey, select.value);
    } catch {
      // The browser stores nothing for this site.
    }
  });
}
