import { describe, expect, it } from 'vitest';
import { cardMarkup } from '../../../src/site/cards/card.ts';

/** Without the spans, directional marks as names in angle brackets. */
function shown(language: string, text: string): string {
  const names: Readonly<Record<string, string>> = {
    '\u200E': 'LRM',
    '\u200F': 'RLM',
    '\u2066': 'LRI',
    '\u2069': 'PDI',
  };
  return cardMarkup(language, text)
    .replace(/<[^>]*>/g, '')
    .replace(/[\u200E\u200F\u2066\u2069]/g, (mark) => `{${names[mark]}}`);
}

describe('the text of a card', () => {
  it('has the direction of its language, whatever it begins with', () => {
    expect(shown('ar', 'KeyError في بايثون')).toBe('{RLM}KeyError في بايثون');
    expect(shown('en', 'ما معنى KeyError')).toBe('{LRM}ما معنى KeyError');
  });

  it('isolates names whose marks the sentence would take', () => {
    expect(shown('ar', 'الدالة get() تعيد None.')).toBe('{RLM}الدالة {LRI}get(){PDI} تعيد None.');
  });

  it('sets in the typeface of code what can only be code', () => {
    const names = cardMarkup('ar', 'الخطأ KeyError في Python').match(/<span face="JetBrains Mono"[^>]*>[^<]*/g) ?? [];
    expect(names.map((name) => name.replace(/^.*>/, ''))).toEqual(['KeyError']);
  });

  it('is no markup, and holds nothing that markup cannot', () => {
    expect(shown('en', 'a < b & c\u0001d')).toBe('{LRM}a &lt; b &amp; c d');
  });
});
