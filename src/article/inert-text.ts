/**
 * Text of articles and programs as it may stand in a terminal, a log or an annotation: characters that would
 * control the terminal or turn the direction of what follows are written as escape sequences (`\u001B`), and
 * what a GitHub log would take for a command is broken up. Line ends and tabs stay.
 */
export function inertText(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu, escapeSequence)
    .replace(/^([^\S\n]*):(?=:[\w-][^\n]*::)/gm, '$1\\u003A')
    .replace(/##(?=\[)/g, '#\\u0023');
}

/**
 * The same for a sentence that quotes an article: each quotation with right-to-left letters is a text of its own
 * (U+2068 … U+2069), so that it does not change the order of the words and numbers around it.
 */
export function inertSentence(text: string): string {
  return inertText(text).replace(/"([^"\n]*)"/g, (quoted, inner: string) =>
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(inner)
      ? `"\u2068${inner}\u2069"`
      : quoted,
  );
}

function escapeSequence(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
