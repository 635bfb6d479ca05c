import type { Root } from 'mdast';
import type { Problem } from './problem.ts';
import type { References } from './references.ts';

/** A place in an article's source text. */
export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** 0-based offset into `Article.source`, in UTF-16 code units. */
  readonly offset: number;
}

/** A stretch of an article's source text; `end` is the place just after it. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** A Markdown article, parsed once; the check, the metadata and the page all read this. */
export interface Article {
  /** Path from the content folder, with forward slashes. */
  readonly path: string;
  /** The text as it lies in the file, byte order mark and CRLF included. */
  readonly source: string;
  readonly address: Address;
  readonly header: Header;
  /** Plain text of the first level-1 heading, else the header's title, else the file's name. */
  readonly title: string;
  /**
   * Syntax tree (mdast, GFM); positions refer to `source`. The header is not part of it. Whoever reads a
   * whole site may get another one whenever it is asked for: thousands of trees fill the memory.
   */
  readonly tree: Root;
  /** Where the text begins behind the header, as an offset in `source`; the end of it if there is no text. */
  readonly begin: number;
  /** The headings in document order. */
  readonly sections: readonly Section[];
  readonly references: References;
  /** Every fenced block that is an example, in document order. */
  readonly examples: readonly Example[];
  /** Non-example fences with `file=NAME`, laid into the working folder of later examples. */
  readonly files: readonly ArticleFile[];
  readonly problems: readonly Problem[];
}

/** Where an article stands on the site. */
export interface Address {
  /** Language folder, or the configured default language. */
  readonly language: string;
  /** Folders between the language and the file, in URL form (lower case, hyphens). */
  readonly section: readonly string[];
  /** The file's name without extension, in URL form; unique within language and section. */
  readonly slug: string;
}

/** What the author wrote about the article above its text. */
export interface Header {
  readonly kind: 'comment' | 'frontmatter' | 'none';
  /** Only what the header really names. */
  readonly title?: string;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly draft?: boolean;
  /** The article's place among those of its section: smaller ones first, then those without one. */
  readonly order?: number;
  /** Which of these a tool derived from the text, and how to notice that somebody has changed them since. */
  readonly derived?: string;
  /** Addresses the article had before; readers who come to them are sent to it. */
  readonly redirects?: readonly Redirect[];
}

/** An address that leads to the article's own. */
export interface Redirect {
  /** From the site's root, decoded: `/ar/python/old-name/`, `/old.html`. */
  readonly address: string;
  /** Where the author wrote it. */
  readonly position: Pick<Position, 'line' | 'column'>;
}

/** A heading; what stands below it, up to the next heading of any level, gives `nodesBelow` of `sections.ts`. */
export interface Section {
  /** 1 to 6. */
  readonly depth: number;
  /** Plain text of the heading. */
  readonly title: string;
  /** Anchor, unique in the article: GitHub's algorithm, Arabic letters kept. */
  readonly id: string;
  readonly position: Position;
}

export type Language = 'python' | 'javascript' | 'typescript';

/** Names of the runners; one folder each under `src/runners`. */
export type RunnerName = 'pyodide' | 'node';

/** A fenced code block that is run, or that says why it is not. */
export interface Example {
  /** 0-based, in document order. */
  readonly index: number;
  readonly language: Language;
  /** The fence's own word, as written: `py`, `pycon`, `mts`, … */
  readonly tag: string;
  readonly runner: RunnerName;
  readonly form: Form;
  /** The block's text without fence, list or quote indentation, lines ended by LF, with no final line end. */
  readonly code: string;
  /** The opening fence. */
  readonly position: Position;
  /** From the opening fence to the end of the closing one. */
  readonly span: Span;
  /** For line N of `code` (0-based), the place in the article where it begins. */
  readonly lineStarts: readonly Position[];
  /** Hidden lines that run before `code` in the same world. */
  readonly setup: readonly SetupBlock[];
  readonly mode: Mode;
  readonly expectation: Expectation;
  /** The `output` block after the example, or the `#>` lines in it. */
  readonly expectedOutput?: ExpectedOutput;
  /** Name of the session the example belongs to; absent: a world of its own. */
  readonly session?: Session;
  /** Limit of processor time in milliseconds. */
  readonly timeout: number;
  readonly stdin?: string;
  /** The example is also laid as a file of this name for later examples of the article. */
  readonly file?: string;
  /** Python distributions beyond what the imports name. */
  readonly packages: readonly string[];
  readonly caption?: string;
  /** 1-based inclusive ranges of highlighted lines. */
  readonly highlightedLines: readonly (readonly [first: number, last: number])[];
  /** Styling only: `example-bad` or `example-good`. */
  readonly quality?: 'bad' | 'good';
}

/**
 * How the code is read: a Python script or doctest session, or a Node module. `detect` is Node's own syntax
 * detection.
 */
export type Form =
  | { readonly kind: 'script' }
  | { readonly kind: 'doctest' }
  | { readonly kind: 'module'; readonly system: 'detect' | 'esm' | 'commonjs' };

/** What is done with the example. */
export type Mode =
  | { readonly kind: 'run' }
  /** Must parse, is not run. */
  | { readonly kind: 'parse' }
  /** Shown only; `reason` is the author's. */
  | { readonly kind: 'skip'; readonly reason?: string }
  /** Needs a page. */
  | { readonly kind: 'browser' };

/** How the example must end. */
export type Expectation =
  | { readonly kind: 'success' }
  /** `name` absent: any uncaught error; `message` absent: any message. */
  | { readonly kind: 'error'; readonly name?: string; readonly message?: string };

/**
 * Examples of one article with the same `name` and runner share a world, in document order.
 * `continuation` chains get a generated name, so that a session is one mechanism.
 */
export interface Session {
  readonly name: string;
}

export interface SetupBlock {
  readonly code: string;
  readonly position: Position;
}

/** What an example must print, all of it. */
export type ExpectedOutput =
  | {
      readonly kind: 'block';
      readonly text: string;
      /** The opening fence. */
      readonly position: Position;
      /** What an update replaces: the text between the fences, whole lines. */
      readonly span: Span;
    }
  /** Spread over the code, in lines that begin with `#>` or `//>`. */
  | {
      readonly kind: 'inline';
      readonly text: string;
      /** The first of these lines. */
      readonly position: Position;
    };

export interface ArticleFile {
  /** Relative to the working folder, with forward slashes; never leads out of it. */
  readonly name: string;
  /** Ended by a line end, unless it is empty. */
  readonly text: string;
  readonly position: Position;
}
