import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { rightToLeftText } from './right-to-left.ts';

export interface CodeEditor {
  text(): string;
  setText(text: string): void;
  focus(): void;
  /** Marks the line (1-based) an error came from, until the next change; undefined: none. */
  markLine(line: number | undefined): void;
  /** Puts the cursor there. */
  goToLine(line: number): void;
}

export interface EditorOptions {
  readonly language: 'python' | 'javascript';
  readonly text: string;
  /** For screen readers. */
  readonly label: string;
  changed(): void;
  run(): void;
  /** The reader presses Escape: Tab belongs to the editor. */
  leave(): void;
}

/** An editor for code inside of `host`, in a shadow tree: its style sheets are then none that a policy forbids. */
export function createEditor(host: HTMLElement, options: EditorOptions): CodeEditor {
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: options.text, extensions: extensionsOf(options) }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    focus: () => view.focus(),
    markLine: (line) => view.dispatch({ effects: markLine.of(line) }),
    goToLine(line) {
      const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
  };
}

function extensionsOf({ language, label, changed, run, leave }: EditorOptions) {
  const does = (action: () => void) => () => {
    action();
    return true;
  };
  return [
    keymap.of([
      { key: 'Mod-Enter', run: does(run) },
      { key: 'Escape', run: does(leave) },
    ]),
    keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
    language === 'python' ? [python(), indentUnit.of('    ')] : [javascript({ typescript: true }), indentUnit.of('  ')],
    history(),
    lineNumbers(),
    highlightActiveLine(),
    highlightSpecialChars({ render: hiddenCharacter, addSpecialChars: /[\u202A-\u202C\u2068]/gu }),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    markedLine,
    rightToLeftText,
    syntaxHighlighting(highlighting),
    theme,
    EditorView.contentAttributes.of({ 'aria-label': label, translate: 'no' }),
    EditorView.updateListener.of((update) => update.docChanged && changed()),
  ];
}

/** What has no shape of its own, and might make a stranger's code look like another program. */
function hiddenCharacter(code: number): HTMLElement {
  const shown = document.createElement('span');
  shown.className = 'cm-hidden-character';
  shown.textContent = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return shown;
}

const markLine = StateEffect.define<number | undefined>();

const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, { docChanged, effects, state }) {
    for (const effect of effects) {
      if (!effect.is(markLine)) continue;
      if (!effect.value || effect.value > state.doc.lines) return Decoration.none;
      return Decoration.set(errorLine.range(state.doc.line(effect.value).from));
    }
    return docChanged ? Decoration.none : marked;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const errorLine = Decoration.line({ class: 'cm-error-line' });

/** The colours of the page's code (`styles/code.css`). */
const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.self, tags.bool, tags.null], color: 'var(--keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--accent)' },
  { tag: tags.escape, color: 'var(--gold)' },
  { tag: tags.number, color: 'var(--gold)' },
  { tag: tags.comment, color: 'var(--ink-soft)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--function)' },
  { tag: [tags.typeName, tags.className], color: 'var(--type)' },
  { tag: tags.operator, color: 'var(--ink-soft)' },
]);

const theme = EditorView.theme({
  '&': { direction: 'ltr', color: 'var(--ink)', background: 'var(--block)', fontSize: '0.85rem' },
  '&.cm-focused': { outline: 'none' },
  // An outline would lie below the numbers.
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: 0,
    zIndex: 300,
    border: '2px solid var(--accent)',
    pointerEvents: 'none',
  },
  '.cm-scroller': { fontFamily: 'var(--code-font)', lineHeight: '1.75', maxHeight: '32rem' },
  '.cm-content': { padding: '0.9rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1.1rem 0 0.6rem' },
  // The spaces of a monospace font tear Arabic words apart.
  '.cm-right-to-left': { direction: 'rtl', unicodeBidi: 'isolate', wordSpacing: '-0.25em' },
  '.cm-left-to-right': { direction: 'ltr', unicodeBidi: 'isolate', wordSpacing: 'normal' },
  '.cm-hidden-character': {
    border: '1px solid var(--danger)',
    borderRadius: '3px',
    color: 'var(--danger)',
    fontSize: '0.75em',
    unicodeBidi: 'isolate',
  },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  // Long lines are scrolled beneath the numbers.
  '.cm-gutters': { background: 'var(--block)', border: 'none', color: 'var(--ink-soft)', paddingLeft: '0.4rem' },
  '.cm-activeLine': { background: 'none' },
  '&.cm-focused .cm-activeLine:not(.cm-error-line)': { background: 'color-mix(in srgb, var(--ink) 5%, transparent)' },
  '.cm-line.cm-error-line': {
    background: 'var(--danger-soft)',
    boxShadow: 'inset 3px 0 var(--danger)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--accent-soft)',
  },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--gold-soft)' },
});
