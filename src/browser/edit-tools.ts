import type { RunLabels } from '../site/locales/run-labels.ts';
import type { CodeEditor } from './code-editor.ts';
import { copyText } from './copy-text.ts';
import type { Program } from './program.ts';
import type { RunTools } from './run-tools.ts';
import { decodeCode, encodeCode } from './shared-code.ts';

/** The editor of an example and what belongs to it: Reset, Copy, Share. */
export interface EditTools {
  editor(): CodeEditor | undefined;
  open(): Promise<void>;
  openShared(code: string): Promise<void>;
}

export function editTools(element: HTMLElement, program: Program, run: RunTools, labels: RunLabels): EditTools {
  const edit = element.querySelector<HTMLButtonElement>('.example-edit');
  let editor: CodeEditor | undefined;
  /** The program that came with a link. */
  let shared: string | undefined;
  const mark = paragraph('example-edited', labels.edited);
  const stranger = paragraph('example-shared', labels.sharedCode);
  const showState = (): void => {
    const isEdited = program.isEdited();
    element.toggleAttribute('data-edited', isEdited);
    mark.hidden = !isEdited;
    if (!isEdited) stranger.remove();
  };
  const reset = (): void => {
    editor?.setText(program.original);
    run.reset();
    history.replaceState(null, '', location.pathname + location.search);
    editor?.focus();
  };
  const share = async (): Promise<void> => {
    const { origin, pathname, search } = location;
    const code = await encodeCode(program.text());
    if (code === undefined) return run.say(labels.tooLongToShare);
    const address = `${origin}${pathname}${search}#${element.id}~${code}`;
    history.replaceState(null, '', address);
    run.say((await copyText(address)) ? labels.linkCopied : labels.linkInAddress);
  };
  const copy = async (): Promise<void> => {
    if (await copyText(program.text())) run.say(labels.copied);
  };
  const show = async (): Promise<CodeEditor> => {
    const { createEditor } = await import('./code-editor.ts');
    const code = element.querySelector<HTMLElement>('pre.code');
    if (editor || !code || !edit) return editor as CodeEditor;
    const host = document.createElement('div');
    host.className = 'example-editor';
    host.role = 'region';
    host.ariaLabel = labels.editor;
    code.after(host);
    editor = createEditor(host, {
      language: element.dataset['runner'] === 'pyodide' ? 'python' : 'javascript',
      text: program.original,
      label: labels.editorHelp,
      changed: showState,
      run: () => run.start(),
      leave: () =>
        element.querySelector<HTMLElement>('.example-run:not([hidden]), .example-stop:not([hidden])')?.focus(),
    });
    code.hidden = true;
    edit.replaceWith(button(labels.reset, reset), button(labels.share, share));
    const copyEdited = button(labels.copy, copy);
    copyEdited.classList.add('copy');
    element.querySelector('.copy')?.replaceWith(copyEdited);
    element.querySelector('.example-status')?.after(mark);
    showState();
    return editor;
  };
  return {
    editor: () => editor,
    async open() {
      (await show()).focus();
    },
    async openShared(text) {
      const code = await decodeCode(text);
      if (code === undefined || !edit) return;
      // The address changes also when the reader goes back and forth in the page.
      if (program.isEdited() && program.text() !== shared) return;
      shared = code;
      (await show()).setText(code);
      run.clear();
      element.querySelector('figure')?.before(stranger);
      element.scrollIntoView();
    },
  };
}

function paragraph(className: string, text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text;
  return made;
}

function button(text: string, action: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'example-tool';
  made.textContent = text;
  made.onclick = action;
  return made;
}
