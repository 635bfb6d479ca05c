import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { decodeCode, encodeCode } from '../../src/browser/shared-code.ts';
import { labelsOf } from '../../src/site/locales/labels-of.ts';
import { exampleOnPage } from './example-on-page.ts';
import { useSite } from './use-site.ts';

const labels = labelsOf('en').run;
const pythonPage = 'en/python/key-error/';
const scriptPage = 'en/javascript/type-error/';
const limits = { time: 10_000, output: 1e6, memory: 1e9 };

const opened = useSite();
let page: Page;

beforeEach(async () => {
  const context = await opened.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  return () => context.close();
});

describe('an edited example', () => {
  test.for([
    ['print("تم الاتصال.")', ['print("', '.', 'الاتصال', 'تم', '")']],
    [
      'print(f"المنفذ {port}: رُفض.")  # قيمة (1).',
      ['print(f"', '. @1', 'رُفض', ': ', '{port}', 'المنفذ', '")', '#', 'قيمة'],
    ],
    ['x = "استعمل get() هنا."', ['x = "', '.', 'هنا', 'get', '()', 'استعمل', '" @2']],
    ['x = "the key خطأ."', ['x = "', 'the key', 'خطأ', '.', '" @2']],
  ] as const)('keeps right-to-left text in its order: %s', async ([code, pieces]) => {
    await edit(pythonPage, code);
    const lefts = await page.locator('#Example-1 .cm-line').evaluate((line, pieces) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      const text = nodes.map(({ data }) => data).join('');
      return pieces.map((piece) => {
        const [wanted = '', occurrence = '1'] = piece.split(' @');
        let at = -1;
        for (let count = 0; count < Number(occurrence); count++) at = text.indexOf(wanted, at + 1);
        let node = 0;
        while (at >= (nodes[node]?.length ?? 0)) at -= nodes[node++]?.length ?? 0;
        const range = document.createRange();
        range.setStart(nodes[node] as Text, at);
        range.setEnd(nodes[node] as Text, at + 1);
        return range.getBoundingClientRect().left;
      });
    }, pieces);
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  });

  test('takes every key, also those that lead to the search elsewhere', async () => {
    await edit(scriptPage, '');
    await page.keyboard.type('console.log(6 / 2); // three');
    await page.keyboard.press('Control+Enter');
    await exampleOnPage(page, 0).untilOver();
    expect(await exampleOnPage(page, 0).printed()).toBe('3');
  });

  test('shows the beginning of what prints without end, and can be stopped', async () => {
    await edit(scriptPage, 'for (let i = 0; i < 150_000; i++) console.log(i);\nfor (;;) {}');
    await page.keyboard.press('Control+Enter');
    const example = exampleOnPage(page, 0);
    await example.untilPrinted('4000');
    await example.stop();
    await example.untilOver();
    const printed = await example.printed();
    expect(printed).toMatch(/^0\n1\n2\n.*\n\d{4}\n… [\d,]+ more characters are not shown$/s);
    expect(printed.length).toBeLessThan(20_100);
  });

  test('is marked as not verified, runs by the keyboard, and goes back to the article', async () => {
    await edit(scriptPage, 'console.log("edited")');
    const example = exampleOnPage(page, 0);
    expect(await page.locator('#Example-1 .example-edited').isVisible()).toBe(true);
    expect(await page.locator('#Example-1 .example-status').isVisible()).toBe(false);
    await page.keyboard.press('Control+Enter');
    await example.untilOver();
    expect(await example.printed()).toBe('edited');
    await page.locator('#Example-1 .copy').click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('console.log("edited")');
    await page.getByRole('button', { name: labels.reset }).click();
    expect(await page.locator('#Example-1 .example-edited').isVisible()).toBe(false);
    expect(await example.printed()).toContain("Cannot read properties of undefined (reading 'city')");
  });

  test.for([
    [pythonPage, 'x = 1\n\nprint(x / 0)\n', 3],
    [scriptPage, 'const x = 1;\nx();\n', 2],
  ] as const)('shows where the error came from: %s', async ([path, code, line]) => {
    await edit(path, code);
    await page.keyboard.press('Control+Enter');
    await exampleOnPage(page, 0).untilOver();
    const marked = page.locator('#Example-1 .cm-error-line');
    expect(await marked.textContent()).toBe(code.split('\n')[line - 1]);
    await page.getByRole('button', { name: labels.goToLine.replace('{line}', String(line)) }).click();
    await page.keyboard.insertText('#');
    expect(
      await page
        .locator('#Example-1 .cm-line')
        .nth(line - 1)
        .textContent(),
    ).toMatch(/^#/);
  });

  test.for([
    ['interface A { n: number }\nconst a: A = { n: 41 };\nconsole.log(a.n! + 1);', '42', undefined],
    ['const n: number = 1;\nn.x();', /^TypeError: n\.x is not a function/m, 'n.x();'],
    [
      'let n = 1;\nlet x: = n;',
      /^let n = 1;\nlet x: = n;\n {7}\^\n\nSyntaxError \[ERR_INVALID_TYPESCRIPT_SYNTAX\]: /,
      'let x: = n;',
    ],
    ['enum A { B }', /SyntaxError \[ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX\]: TypeScript enum /, 'enum A { B }'],
  ] as const)('in TypeScript runs without its types: %s', async ([code, printed, marked]) => {
    const example = page.locator('code-example[data-language=typescript]');
    await edit(scriptPage, code, 'code-example[data-language=typescript]');
    await page.keyboard.press('Control+Enter');
    await example.and(page.locator('[aria-busy=false]')).waitFor({ timeout: 60_000 });
    expect(await example.locator('.example-output-text').textContent()).toMatch(printed);
    expect(await example.locator('.cm-error-line').allTextContents()).toEqual(marked ? [marked] : []);
  });

  test('asks the reader for what it reads, a line at a time', async () => {
    await edit(
      pythonPage,
      'import random\nn = random.random()\nprint(n)\na = input("first? ")\nb = input()\nprint(a + b, n)',
    );
    await page.keyboard.press('Control+Enter');
    for (const line of ['one', 'two']) {
      const field = page.getByLabel(labels.inputLine);
      await field.waitFor({ timeout: 60_000 });
      await field.fill(line);
      await field.press('Enter');
      await page.locator('#Example-1 .typed').filter({ hasText: line }).waitFor();
    }
    const example = exampleOnPage(page, 0);
    await example.untilOver();
    expect(await example.printed()).toMatch(/^(0\.[\d]+)\nfirst\? one\ntwo\nonetwo \1$/);
    expect(await focused()).toBe('example-run');
  });

  test('that begins to read does not take the focus from another field', async () => {
    await edit(pythonPage, 'import time\ntime.sleep(1)\ninput()');
    await page.keyboard.press('Control+Enter');
    await page.locator('.search input').focus();
    await page.getByLabel(labels.inputLine).waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  test('has no line marked for an error of the text before', async () => {
    await edit(pythonPage, 'import time\ntime.sleep(2)\n1 / 0\n2');
    await page.keyboard.press('Control+Enter');
    const example = exampleOnPage(page, 0);
    await expect.poll(() => example.status(), { timeout: 60_000 }).toBe(labels.running);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    await example.untilOver();
    expect(await example.printed()).toContain('ZeroDivisionError');
    expect(await page.locator('#Example-1 .cm-error-line').count()).toBe(0);
    expect(await page.locator('#Example-1 .example-line').count()).toBe(0);
  });

  test('may be a session, of which the answers are compared again', async () => {
    await page.goto(new URL(scriptPage, opened.site.url).href);
    const session = {
      language: 'python',
      form: { kind: 'doctest' },
      parseOnly: false,
      files: [],
      packages: [],
      limits,
    };
    await page.locator('#Example-1').evaluate(
      (element, step) => {
        (element as HTMLElement).dataset['runner'] = 'pyodide';
        const world = element.querySelector('.example-world');
        if (world) world.textContent = JSON.stringify({ steps: [step] });
      },
      { ...session, code: '>>> 1 + 1\n2' },
    );
    await page.locator('#Example-1 .example-edit').click();
    await page.locator('#Example-1 .cm-content').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('>>> x = 20\n>>> x + 1\n20');
    await page.keyboard.press('Control+Enter');
    const example = exampleOnPage(page, 0);
    await example.untilOver();
    expect(await example.printed()).toContain('21');
    expect(await page.locator('#Example-1 .cm-error-line').textContent()).toBe('>>> x + 1');
  });

  test('has no code showing through the numbers of its lines', async () => {
    await edit(scriptPage, `console.log("${'x'.repeat(200)}")`);
    const background = (part: string): Promise<string> =>
      page.locator(`#Example-1 ${part}`).evaluate((element) => getComputedStyle(element).backgroundColor);
    const behindNumbers = await background('.cm-gutters');
    expect(behindNumbers).toBe(await background('.cm-editor'));
    expect(behindNumbers).toMatch(/^rgb\(/);
  });

  test('shows characters that would make it look like another program, and runs them as they are', async () => {
    await edit(scriptPage, 'console.log("a\u202Eb\u2066".length)');
    expect(await page.locator('#Example-1 .cm-hidden-character').allTextContents()).toEqual(['U+202E', 'U+2066']);
    await page.keyboard.press('Control+Enter');
    await exampleOnPage(page, 0).untilOver();
    expect(await exampleOnPage(page, 0).printed()).toBe('4');
  });

  test('is left by Escape', async () => {
    await edit(scriptPage, 'console.log(1)');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('example-run');
  });

  test('is shared as a link, which runs nothing by itself', async () => {
    const code = 'console.log("from a link: مرحبا")';
    await edit(scriptPage, code);
    await page.getByRole('button', { name: labels.share }).click();
    await expect.poll(() => page.url()).toContain('#Example-1~');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(page.url());
    const other = await page.context().newPage();
    await other.goto(link);
    await other.getByText(labels.sharedCode).waitFor();
    expect(await other.locator('#Example-1 .cm-content').textContent()).toBe(code);
    await other.waitForLoadState('networkidle');
    expect(other.frames()).toHaveLength(1);
    const example = exampleOnPage(other, 0);
    expect(await example.printed()).toBe('');
    await example.run();
    await example.untilOver();
    expect(await example.printed()).toBe('from a link: مرحبا');
  });

  test('comes with a link into a page that is open, unless that would take what the reader wrote', async () => {
    const follow = async (code: string): Promise<void> => {
      const hash = `#Example-1~${await encodeCode(code)}`;
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
    };
    await page.goto(new URL(scriptPage, opened.site.url).href);
    await page.mouse.move(200, 200);
    await page.waitForLoadState('networkidle');
    const content = page.locator('#Example-1 .cm-content');
    await follow('first()');
    await expect.poll(() => content.textContent(), { timeout: 10_000 }).toBe('first()');
    await follow('second()');
    await expect.poll(() => content.textContent()).toBe('second()');
    await content.click();
    await page.keyboard.type('x');
    const written = await content.textContent();
    await page.goBack();
    await page.waitForTimeout(500);
    expect(await content.textContent()).toBe(written);
  });
});

test('nothing of the editor is loaded before somebody edits', async () => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(new URL(pythonPage, opened.site.url).href);
  await page.waitForLoadState('networkidle');
  expect(addresses.filter((address) => /live-example|code-editor/.test(address))).toEqual([]);
});

describe('a program in a link', () => {
  test.for(['', 'print("مرحبا 👋")\n', 'x'.repeat(10_000)])('comes out as it went in', async (code) => {
    const text = await encodeCode(code);
    expect(text).toMatch(/^[\w-]*$/);
    expect(await decodeCode(text ?? '')).toBe(code);
  });

  test('is nothing if it is broken, or would be too long', async () => {
    expect(await encodeCode('x'.repeat(200_001))).toBeUndefined();
    expect(await decodeCode('%%%')).toBeUndefined();
    expect(await decodeCode('AAAA')).toBeUndefined();
    const bomb = new Blob(['x'.repeat(10_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = Buffer.from(await new Response(bomb).arrayBuffer());
    expect(await decodeCode(bytes.toString('base64url'))).toBeUndefined();
  });
});

/** Class of the element that has the focus. */
function focused(): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.className);
}

/** Opens the editor of the page's first example and puts a program into it. */
async function edit(path: string, code: string, example = '#Example-1'): Promise<void> {
  await page.goto(new URL(path, opened.site.url).href);
  await page.locator(`${example} .example-edit`).click();
  await page.locator(`${example} .cm-content`).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
}
