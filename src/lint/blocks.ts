import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';
import { visit } from 'unist-util-visit';
import type { Article } from '../article/article.ts';
import { positionOf } from '../article/node-position.ts';
import { withoutComments } from '../article/raw-html.ts';
import { positionAt, restOfLine, sourceLines } from '../article/source-lines.ts';
import type { Find } from './findings.ts';

/** Columns of code that a phone held sideways shows without scrolling. */
const longestCodeLine = 80;

/** Lines of code that a phone cannot show whole; what a program printed is as long as it is. */
export function checkCodeLines({ tree, source }: Article, find: Find): void {
  const lines = sourceLines(source);
  visit(tree, 'code', (node) => {
    if (!node.data?.fences || !node.lang || /^(?:output|text|txt|console)$/i.test(node.lang)) return;
    const { start } = positionOf(node);
    for (const [index, line] of node.value.split('\n').entries()) {
      const width = line.replace(/\p{M}/gu, '').length;
      if (width <= longestCodeLine) continue;
      const begin = positionAt(lines, lines.starts[start.line + index] ?? 0);
      const indentation = Math.max(0, restOfLine(lines, begin).length - line.length);
      const at = { line: begin.line, column: indentation + longestCodeLine + 1 };
      find('code-line-long', at, [width, longestCodeLine]);
    }
  });
}

/** Outputs of examples that are not run. */
export function checkOutputs({ examples }: Article, find: Find): void {
  for (const { mode, expectedOutput } of examples) {
    if (mode.kind !== 'run' && expectedOutput) find('output-unchecked', expectedOutput.position, [words[mode.kind]]);
  }
}

const words = { parse: 'no_run', skip: 'notest', browser: 'browser' } as const;

/** Programs in blocks that name no language, and so are never run. */
export function checkCodeLanguages({ tree }: Article, find: Find): void {
  visit(tree, 'code', (node) => {
    if (!node.data?.fences || node.lang) return;
    const language = programs.find(({ sign, parser }) => sign.test(node.value) && parses(parser, node.value));
    if (language) find('code-language', positionOf(node).start, [language.name, language.tag]);
  });
}

/** What a program of the language mostly has a line of, and hardly any other text that its parser takes. */
const programs = [
  {
    name: 'Python',
    tag: 'python',
    parser: python,
    sign: /^(?: *print\(| *(?:def|class) \w.*:|import \w[^;\n]*$|from [\w.]+ import )/m,
  },
  {
    name: 'JavaScript',
    tag: 'js',
    parser: javascript,
    sign: /^\s*(?:console\.\w+\(|(?:const|let|var) [\w$[{].*=|(?:async )?function\b)/m,
  },
];

function parses(parser: typeof python, code: string): boolean {
  let isWhole = true;
  parser.parse(code).iterate({
    enter({ type }) {
      isWhole &&= !type.isError;
    },
  });
  return isWhole;
}

/** Pictures that say nothing to who cannot see them. In HTML, `alt=""` says that a picture is decoration. */
export function checkPictures({ tree }: Article, find: Find): void {
  visit(tree, (node) => {
    const { start } = positionOf(node);
    if ((node.type === 'image' || node.type === 'imageReference') && !node.alt?.trim()) {
      find('picture-alternative', start, [node.type === 'image' ? node.url : node.identifier]);
    } else if (node.type === 'html') {
      for (const [tag] of withoutComments(node.value).matchAll(/<img\b(?![^>]*\salt\s*=)[^>]*>/gi)) {
        find('picture-alternative', start, [/\ssrc\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1] ?? '']);
      }
    }
  });
}
