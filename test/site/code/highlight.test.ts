import { describe, expect, it } from 'vitest';
import { highlighterFor } from '../../../src/site/code/highlight.ts';
import { toText } from '../to-text.ts';

async function html(code: string, language?: string): Promise<string> {
  const highlight = await highlighterFor(language === undefined ? [] : [language]);
  return highlight(code, language).map(toText).join('\n');
}

describe('highlighting', () => {
  it('colours by classes', async () => {
    expect(await html('import os  # done', 'python')).toBe(
      '<span class="k">import</span> os  <span class="c"># done</span>',
    );
  });

  it('loses no character of the code', async () => {
    const code = 'def f(x: int = 0) -> str:\n\treturn f"{x!r} <&> \\n"  # تعليق\n\n@f\nclass Å(dict): ...';
    expect((await html(code, 'python')).replace(/<[^>]*>/g, '')).toBe(
      code.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    );
  });

  it('colours a line by what stands before it, whatever was coloured before', async () => {
    const line = 'return 1  # done';
    const [code, string] = [await html(line, 'python'), await html(`"""\n${line}\n"""`, 'python')];
    expect(code).toContain('<span class="k">return</span>');
    expect(string).not.toContain('class="k"');
    expect(await html(`x = 1\n\n${line}`, 'python')).toContain(`\n${code}`);
    expect(await html(`"""\n${line}\n"""`, 'python')).toBe(string);
    expect(await html(line, 'js')).not.toBe(code);
  });

  it('has a line for each of the code, whatever ends it', async () => {
    expect(await html('a = 1\r\nb = 2\n', 'python')).toBe(await html('a = 1\nb = 2\n', 'python'));
    expect((await html('a = 1\n\n', 'python')).split('\n')).toHaveLength(3);
  });

  it('shows code of an unknown language plainly', async () => {
    expect(await html('a < b', 'no-such-language')).toBe('a &lt; b');
    expect(await html('a < b')).toBe('a &lt; b');
  });
});

describe('right-to-left text in code', () => {
  it('is isolated in comments without their marks', async () => {
    expect(await html('x = 1  # القاموس (dict)', 'python')).toContain(
      '# <bdi>القاموس <bdi dir="ltr">(dict)</bdi></bdi></span>',
    );
    expect(await html('/* تعليق */', 'js')).toContain('/* <bdi>تعليق</bdi> */');
  });

  it('is isolated in strings without their quotes', async () => {
    expect(await html('print("تم: الرفض.")', 'python')).toContain('"<bdi>تم: الرفض.</bdi>"');
  });

  it('is one sentence in a string that is interrupted by escapes and insertions', async () => {
    expect(await html('f"رُفض {port} هنا."', 'python')).toMatch(
      /"<\/span><bdi dir="rtl">.*رُفض .*<bdi dir="ltr">.*\{.*port.*\}.*<\/bdi>.*هنا\..*<\/bdi><span class="s">"<\/span>$/,
    );
    expect(await html('x = "أول\\nثان"', 'python')).toMatch(/<bdi dir="rtl">.*أول.*<bdi dir="ltr">.*\\n.*<\/bdi>.*ثان/);
  });

  it('takes the direction of most words, so that a name at its beginning does not turn the sentence round', async () => {
    expect(await html('# KeyError يعني أن المفتاح غائب.', 'python')).toContain('# <bdi dir="rtl">KeyError يعني');
    expect(await html('# see the word قاموس there.', 'python')).toContain('see the word <bdi>قاموس</bdi> there.');
  });

  it('is isolated name by name elsewhere, so that operators keep their order', async () => {
    expect(await html('س + ص', 'python')).toMatch(/^<bdi>س<\/bdi> .*\+.* <bdi>ص<\/bdi>$/);
  });

  it('is left alone in text that is no code', async () => {
    expect(await html('هذا نص: سطر')).toBe('هذا نص: سطر');
  });

  it('cannot reorder code by characters that nobody sees', async () => {
    const shown = await html('if a:\u202e # x\u2066', 'python');
    expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(shown).toContain('data-name="U+202E"');
    expect(shown).toContain('data-name="U+2066"');
  });
});
