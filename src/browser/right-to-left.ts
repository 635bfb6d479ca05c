import { syntaxTree } from '@codemirror/language';
import { type EditorState, Prec, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, Direction, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { hasRightToLeft, isMostlyRightToLeft } from '../site/direction/code-text.ts';
import { textRuns } from '../site/direction/text-runs.ts';

/**
 * Keeps what comments and strings say right-to-left in its own order in an editor, as `site/code/code-line.ts` does on
 * the page.
 */
export const rightToLeftText = ViewPlugin.fromClass(
  class {
    isolated: DecorationSet;
    tree: object;

    constructor({ state }: EditorView) {
      this.tree = syntaxTree(state);
      this.isolated = isolatedIn(state);
    }

    update({ state, docChanged }: ViewUpdate): void {
      const tree = syntaxTree(state);
      if (!docChanged && tree === this.tree) return;
      this.tree = tree;
      this.isolated = isolatedIn(state);
    }
  },
  {
    provide(plugin) {
      const isolated = (view: EditorView): DecorationSet => view.plugin(plugin)?.isolated ?? Decoration.none;
      // Lowest, so that they stand around the colours of tokens and not in them.
      return Prec.lowest([EditorView.decorations.of(isolated), EditorView.bidiIsolatedRanges.of(isolated)]);
    },
  },
);

const sentence = Decoration.mark({ class: 'cm-right-to-left', bidiIsolate: Direction.RTL });
const name = Decoration.mark({ class: 'cm-left-to-right', bidiIsolate: Direction.LTR });

function isolatedIn(state: EditorState): DecorationSet {
  if (!hasRightToLeft(state.doc.toString())) return Decoration.none;
  const ranges: Range<Decoration>[] = [];
  syntaxTree(state).iterate({
    enter({ name: kind, from, to, node }) {
      if (!/^(?:String|FormatString|TemplateString|(?:Line|Block)?Comment)$/.test(kind)) return;
      const inserted = [...node.getChildren('FormatReplacement'), ...node.getChildren('Interpolation')];
      for (let start = from; start < to; ) {
        const line = state.doc.lineAt(start);
        ranges.push(...isolatedInLine(state, start, Math.min(to, line.to), inserted));
        start = line.to + 1;
      }
    },
  });
  return Decoration.set(ranges, true);
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** What one line says of a comment or a string: the sentence, and isolated in it names and what is inserted. */
function isolatedInLine(
  state: EditorState,
  from: number,
  to: number,
  inserted: readonly Place[],
): readonly Range<Decoration>[] {
  const [, before = '', said = ''] = parts.exec(state.sliceDoc(from, to)) ?? [];
  const start = from + before.length;
  const end = start + said.length;
  const within = inserted.filter((place) => start <= place.from && place.to <= end);
  // Code that is inserted says nothing; its letters do not count.
  let text = said;
  for (const place of within) {
    const blank = ' '.repeat(place.to - place.from);
    text = text.slice(0, place.from - start) + blank + text.slice(place.to - start);
  }
  if (!hasRightToLeft(text) || !isMostlyRightToLeft(text)) return [];
  const ranges = [sentence.range(start, end), ...within.map((place) => name.range(place.from, place.to))];
  let at = start;
  for (const run of textRuns(text)) {
    if (run.isolated) ranges.push(name.range(at, at + run.text.length));
    at += run.text.length;
  }
  return ranges;
}

// What stands before the text, the text, what stands after it.
const parts =
  /^(\s*(?:#+|\/\/+|\/\*+|[a-zA-Z]{0,2}(?:"""|'''|["'`]))?\s*)([\s\S]*?)(?:\s*(?:\*+\/|"""|'''|["'`])?\s*)$/u;
