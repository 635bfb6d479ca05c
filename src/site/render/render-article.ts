import type { Element, Root } from 'hast';
import type { Blockquote, Code, Heading, Paragraph } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { unified } from 'unified';
import { CONTINUE, EXIT, visit } from 'unist-util-visit';
import type { Article } from '../../article/article.ts';
import type { Container } from '../../article/container-line.ts';
import { languageDirection } from '../../article/direction.ts';
import type { Problem } from '../../article/problem.ts';
import { titleHeading } from '../../article/sections.ts';
import type { ExampleRecord } from '../../examples/record.ts';
import { highlighterFor } from '../code/highlight.ts';
import { isolateNames } from '../direction/isolate-names.ts';
import { htmlOf } from '../html-of.ts';
import type { Labels } from '../locales/labels.ts';
import { containerElement } from './alert.ts';
import { allowedHtml } from './allowed-html.ts';
import { definitionList } from './definition-list.ts';
import { linkEmbeddedMedia } from './embedded-media.ts';
import { finishElement, type PageLinks } from './finish-element.ts';
import { formulaIn } from './formula.ts';
import { linkHeadings } from './link-headings.ts';
import { markLabels } from './mark-labels.ts';
import { withProblemNotes } from './problem-notes.ts';
import { fenceKinds, renderFence } from './render-fence.ts';
import { replaceElements } from './replace-elements.ts';

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
  /** What is wrong with the text, to be shown where it is. */
  readonly problems: readonly Problem[];
}

/** An article's text as HTML: harmless whatever it holds, its examples as figures, its links those of the site. */
export async function renderArticle(article: Article, context: RenderContext): Promise<RenderedArticle> {
  const fences: Code[] = [];
  const containers: Container[] = [];
  const processor = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: '',
      footnoteLabel: context.labels.footnotes,
      footnoteBackLabel: context.labels.backToText,
      handlers: {
        code: (_state: unknown, node: Code) => placeholder(fences.push(node) - 1),
        paragraph: (state: State, node: Paragraph) => {
          const tex = formulaIn(article.source.slice(node.position?.start.offset, node.position?.end.offset));
          if (tex !== undefined) return placeholder(fences.push({ type: 'code', lang: 'math', value: tex }) - 1);
          const paragraph = defaultHandlers.paragraph(state, node);
          return definitionList(paragraph.children) ?? paragraph;
        },
        heading: headingHandler(article),
        blockquote: containerHandler(containers),
      },
    })
    .use(mayHoldHtml(article) ? [rehypeRaw, linkEmbeddedMedia] : [])
    .use(rehypeSanitize, allowedHtml);
  const tree = processor.runSync(withProblemNotes(article.tree, context.problems)) as Root;
  const highlight = await highlighterFor(
    fences.flatMap(({ lang }) => lang?.toLowerCase() ?? []).concat(article.examples.map(({ language }) => language)),
  );
  const kinds = fenceKinds(article);
  const replaced = new Set<number>();
  replaceElements(tree, (node, index, parent) => {
    const container = containers[Number(node.properties['dataContainer'])];
    if (container && node.tagName === 'blockquote') {
      parent.children.splice(index, 1, containerElement(container, node.children, context.labels));
      return index;
    }
    const fence = fenceIndex(node);
    if (fence === undefined) return finishElement(node, index, parent, { ...context, article });
    const code = replaced.has(fence) ? undefined : fences[fence];
    replaced.add(fence);
    const figures = code ? renderFence(code, kinds, { ...context, article, highlight }) : [];
    parent.children.splice(index, 1, ...figures);
    return index + figures.length;
  });
  isolateNames(tree, languageDirection(article.address.language));
  markLabels(tree, article.address.language, context.labels);
  const title = takeTitle(tree, article);
  linkHeadings(tree, article);
  return { titleHtml: title ? htmlOf(title.children) : '', bodyHtml: htmlOf(tree.children) };
}

/**
 * Whether the text has to be read by an HTML parser. Of what Markdown makes by itself, only a footnote in a
 * link's words is not yet as a browser would read it.
 */
function mayHoldHtml({ references, source }: Article): boolean {
  return references.html.length > 0 || source.includes('[^');
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

/** A container of another tool passes the cleaning as a quotation, numbered. */
function containerHandler(containers: Container[]): (state: State, node: Blockquote) => Element {
  return (state, node) => {
    const quotation = defaultHandlers.blockquote(state, node);
    const container = node.data?.container;
    if (container) quotation.properties['dataContainer'] = String(containers.push(container) - 1);
    return quotation;
  };
}

type State = Parameters<typeof defaultHandlers.heading>[0];

/** Takes the heading that is the article's title out of the text, wherever it stands: the page's layout shows it. */
function takeTitle(tree: Root, { title, sections }: Article): Element | undefined {
  const heading = titleHeading({ title, sections });
  let taken: Element | undefined;
  visit(tree, 'element', (node, index, parent) => {
    if (heading ? !/^h[1-6]$/.test(node.tagName) : node.tagName !== 'h1') return CONTINUE;
    const isTitle = heading ? node.properties['id'] === heading.id : textOf(node).replace(/\s+/g, ' ').trim() === title;
    if (!isTitle) return CONTINUE;
    taken = node;
    parent?.children.splice(index ?? 0, 1);
    return EXIT;
  });
  return taken;
}
