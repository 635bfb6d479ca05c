import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import type { BuiltPage } from './built-site.ts';
import { listed } from './real-site.ts';

type Node = Readonly<Record<string, unknown>>;

describe('JSON-LD', () => {
  test('of every page has only types and properties that schema.org has, with values that they may have', () => {
    const graphs = listed.map(({ path, tree }) => [path, graphOf(tree)] as const);
    expect(graphs.length).toBeGreaterThan(40);
    expect(complaints(graphs)).toBe('');
  });

  test.each([
    ['a property of another type', { '@type': 'TechArticle', recipeYield: '1' }],
    ['a type that does not exist', { '@type': 'Artikel' }],
    [
      'a value of another kind',
      { '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', position: {} }] },
    ],
  ])('with %s would be found', (_what, node) => {
    expect(complaints([['/x/', { '@context': 'https://schema.org', '@graph': [node] }]])).toMatch(/error TS/);
  });

  // https://developers.google.com/search/docs/appearance/structured-data/article and …/breadcrumb
  test.each(listed.map(({ path, tree }) => [path, tree] as const))('of %s has what Google asks for', (_path, tree) => {
    const nodes = (graphOf(tree)['@graph'] ?? []) as readonly Node[];
    for (const node of nodes) {
      if (node['@type'] === 'TechArticle') {
        expect(node).toMatchObject({ headline: filled, image: address });
        // Where git's history has them.
        for (const name of ['datePublished', 'dateModified'])
          expect(node[name] ?? '1970-01-01T00:00:00Z').toEqual(moment);
        expect(node['author']).toMatchObject({ '@type': 'Organization', name: filled, url: address });
      }
      if (node['@type'] === 'BreadcrumbList') {
        const items = node['itemListElement'] as readonly Node[];
        expect(items.length).toBeGreaterThan(1);
        for (const item of items)
          expect(item).toMatchObject({ position: expect.any(Number), name: filled, item: address });
      }
    }
  });
});

const filled = expect.stringMatching(/\S/);
const address = expect.stringMatching(/^https:\/\//);
const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/);

function graphOf(tree: BuiltPage['tree']): Node {
  const [script] = selectAll('script[type="application/ld+json"]', tree);
  return script ? JSON.parse(toText(script, { whitespace: 'pre' })) : {};
}

/** What the compiler says of the data as values of schema.org's types, which schema-dts makes of its vocabulary. */
function complaints(graphs: readonly (readonly [path: string, graph: Node])[]): string {
  const root = join(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(root, 'node_modules/.mithal-data-'));
  try {
    const values = graphs.map(([path, graph], index) => {
      return `// ${path}\nexport const page${index}: Graph = ${withoutGooglesOwn(graph)};`;
    });
    writeFileSync(join(folder, 'data.ts'), `import type { Graph } from 'schema-dts';\n${values.join('\n')}\n`);
    const tsc = join(root, 'node_modules/.bin/tsc');
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig'];
    execFileSync(process.execPath, [tsc, ...options, join(folder, 'data.ts')], { encoding: 'utf8', cwd: folder });
    return '';
  } catch (error) {
    return String((error as { stdout?: string }).stdout || error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `query-input` is Google's way to say which value a search wants, and none of schema.org's words. */
function withoutGooglesOwn(graph: Node): string {
  return JSON.stringify(graph, (key, value) => (key === 'query-input' ? undefined : value), 1);
}
