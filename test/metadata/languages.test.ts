import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { articleKeywords } from '../../src/metadata/keywords.ts';
import { site } from '../article/parse.ts';

const texts: readonly (readonly [
  language: string,
  source: string,
  best: readonly string[],
  none: readonly string[],
])[] = [
  [
    'fr',
    "# Volumes logiques\n\nUn volume logique n'est pas un disque : il se trouve dans un groupe de volumes. L'utilisateur agrandit le volume logique, et le groupe d'un disque.\n",
    ['Volumes logiques', 'groupe', 'disque'],
    ['dans', "d'un", 'pas'],
  ],
  [
    'fa',
    '# صندوق‌های پستی\n\nهر صندوق پستی در یک دامنه قرار می‌گیرد و دامنه را سرور می‌شناسد. سرور این دامنه را نمی‌سازد.\n',
    ['صندوق پستی', 'دامنه', 'سرور'],
    ['می‌گیرد', 'را', 'این', 'می‌شناسد', 'نمی‌سازد'],
  ],
  [
    'de',
    '# Der Schlüssel\n\nDer Schlüssel fehlt in dem Wörterbuch, und das Wörterbuch wird nicht geändert.\n',
    ['Schlüssel', 'Wörterbuch'],
    ['nicht', 'dem'],
  ],
  ['he', '# שגיאת חיבור\n\nהשרת לא עונה, ולכן יש שגיאת חיבור אל השרת.\n', ['שגיאת חיבור', 'השרת'], ['לא', 'אל', 'יש']],
];

test.for(texts)('in %s, keywords are words of the subject and no particles', ([language, source, best, none]) => {
  const keywords = articleKeywords(parseArticle(`${language}/x.md`, source, { ...site, languages: [language] }));
  expect(keywords).toEqual(expect.arrayContaining([...best]));
  for (const word of none) expect(keywords.join(' ')).not.toMatch(new RegExp(`(?:^| )${word}(?: |$)`));
});
