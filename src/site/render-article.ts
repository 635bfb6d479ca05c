import type { Element, ElementContent, Root } from 'hast';
import type { Code, Heading } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { Article } from '../article/article.ts';
import { languageDirection } from '../article/direction.ts';
import type { ExampleRecord } from '../examples/record.ts';
import { allowedHtml } from './allowed-html.ts';
import { finishElement, type PageLinks } from './finish-element.ts';
import { highlighterFor } from './highlight.ts';
import { isolateNames } from './isolate-names.ts';
import type { Labels } from './locales/labels.ts';
import { fenceKinds, renderFence } from './render-fence.ts';

/** The two stretches of an article's page that come from its text. */
export interface RenderedArticle {
  /** What stands inside the page's `h1`. */
  readonly titleHtml: string;
  /** The article without its first level-1 heading. */
  readonly bodyHtml: string;
}

export interface RenderContext {
  readonly labels: Labels;
  /** Records of these very examples, by index. */
  readonly records: ReadonlyMap<number, ExampleRecord>;
  readonly links: PageLinks;
  /** Whether messages for the author are shown. */
  readonly drafting: boolean;
}

/** An article's text as HTML: harmless whatever it holds, its examples as figures, its links those of the site. */
export async function renderArticle(article: Article, context: RenderContext): Promise<RenderedArticle> {
  const fences: Code[] = [];
  const processor = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: '',
      footnoteLabel: context.labels.footnotes,
      footnoteBackLabel: context.labels.backToText,
      handlers: {
        code: (_state: unknown, node: Code) => placeholder(fences.push(node) - 1),
        heading: headingHandler(article),
      },
    })
    .use(rehypeRaw)
    .use(rehypeSanitize, allowedHtml);
  const tree = processor.runSync(article.tree) as Root;
  const highlight = await highlighterFor(
    fences.flatMap(({ lang }) => lang?.toLowerCase() ?? []).concat(article.examples.map(({ language }) => language)),
  );
  const kinds = fenceKinds(article);
  const replaced = new Set<number>();
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const fence = fenceIndex(node);
    if (fence === undefined) return finishElement(node, index, parent, { ...context, article });
    const code = replaced.has(fence) ? undefined : fences[fence];
    replaced.add(fence);
    const figures = code ? renderFence(code, kinds, { ...context, article, highlight }) : [];
    parent.children.splice(index, 1, ...figures);
    return [SKIP, index + figures.length];
  });
  isolateNames(tree, languageDirection(article.address.language));
  const title = takeTitle(tree, article);
  const html = (children: readonly (Root['children'][number] | ElementContent)[]) =>
    stringifier.stringify({ type: 'root', children: [...children] } as Root);
  return { titleHtml: title ? html(title.children) : '', bodyHtml: html(tree.children) };
}

/** Stands for a fenced block while what authors wrote in HTML is read and cleaned. */
function placeholder(index: number): Element {
  return { type: 'element', tagName: 'pre', properties: { dataFence: String(index) }, children: [] };
}

function fenceIndex({ tagName, properties }: Element): number | undefined {
  const index = properties['dataFence'];
  return tagName === 'pre' && index !== undefined ? Number(index) : undefined;
}

/** Headings get the anchors of the article's sections. */
function headingHandler({ sections }: Article): (state: State, node: Heading) => Element {
  const ids = new Map(sections.map(({ position, id }) => [position.offset, id]));
  return (state, node) => {
    const heading = defaultHandlers.heading(state, node);
    const id = ids.get(node.position?.start.offset ?? -1);
    if (id !== undefined) heading.properties['id'] = id;
    return heading;
  };
}

type State = Parameters<typeof defaultHandlers.heading>[0];

/** Takes the heading that is the article's title out of the text: the page's layout shows it. */
function takeTitle(tree: Root, { sections }: Article): Element | undefined {
  const id = sections.find(({ depth, title }) => depth === 1 && title !== '')?.id;
  const index = tree.children.findIndex(
    (node) => node.type === 'element' && node.tagName === 'h1' && id !== undefined && node.properties['id'] === id,
  );
  return index < 0 ? undefined : (tree.children.splice(index, 1)[0] as Element);
}

const stringifier = unified().use(rehypeStringify, {
  characterReferences: { useNamedReferences: true },
  collapseEmptyAttributes: true,
});
