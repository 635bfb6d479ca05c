import type { AlertKind } from '../../article/container-line.ts';
import type { VerdictName } from '../../examples/record.ts';
import type { UnavailableCause } from '../../examples/runner.ts';
import type { MatchReason } from '../../metadata/traceback/match-error.ts';
import type { RunLabels } from './run-labels.ts';

/** Every text of the site in one language; a language without one of them does not compile. */
export interface Labels {
  /** Names of sections by folder name; other folders are shown by their own names. */
  readonly sections: Readonly<Record<string, string>>;
  readonly skipToContent: string;
  readonly home: string;
  readonly breadcrumb: string;
  readonly otherLanguages: string;
  /** Heads articles that this language does not have. */
  readonly inOtherLanguages: string;
  readonly theme: ThemeLabels;
  readonly onThisPage: string;
  readonly articlesHeading: string;
  readonly allOfSection: string;
  /** For screen readers, of the links to the pages of a long list. */
  readonly pagesOfList: string;
  /** One of them: `{page}` of `{pages}`. */
  readonly pageOfList: string;
  readonly relatedArticles: string;
  /** Names the links to the neighbours within the section. */
  readonly neighbours: string;
  readonly previousArticle: string;
  readonly nextArticle: string;
  /** `{date}` is the day of the last change, as the language writes it. */
  readonly updated: string;
  readonly editPage: string;
  readonly sourceCode: string;
  readonly madeWith: string;
  readonly wideTable: string;
  readonly alerts: Readonly<Record<AlertKind, string>>;
  /** What a block says that opens, and has no words of its own. */
  readonly details: string;
  readonly copyCode: string;
  /** Also told to readers of a screen. */
  readonly copied: string;
  readonly footnotes: string;
  readonly backToText: string;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly emptySite: string;
  readonly problems: string;
  /** `{count}` is the number. */
  readonly articleCount: PluralForms;
  readonly exampleCount: PluralForms;
  readonly search: SearchLabels;
  readonly traceback: TracebackLabels;
  readonly example: ExampleLabels;
  readonly run: RunLabels;
}

/** The choice of light or dark. */
export interface ThemeLabels {
  readonly name: string;
  readonly system: string;
  readonly light: string;
  readonly dark: string;
}

/** One text per plural form of the language; `other` stands for the forms left out. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export interface SearchLabels {
  readonly title: string;
  readonly placeholder: string;
  readonly submit: string;
  readonly loading: string;
  /** `{query}` is what was searched for. */
  readonly nothing: string;
  /** `{count}` is the number. */
  readonly found: PluralForms;
  readonly more: string;
  readonly failed: string;
  readonly needsScript: string;
  /** Words that questions begin with, several in a row too, and that tell nothing of what they are about. */
  readonly questions: readonly string[];
}

/**
 * The page that takes a pasted traceback to its article. `{error}`, `{base}`, `{query}` are names as programs write
 * them.
 */
export interface TracebackLabels {
  readonly title: string;
  readonly invitation: string;
  readonly description: string;
  readonly field: string;
  readonly privacy: string;
  readonly clear: string;
  /** Heads the part of the text that led to the article. */
  readonly evidence: string;
  readonly also: string;
  readonly searchFor: string;
  readonly noError: string;
  readonly failed: string;
  readonly needsScript: string;
  readonly reasons: Readonly<Record<MatchReason, string>>;
}

export interface ExampleLabels {
  readonly code: string;
  readonly output: string;
  readonly expectedOutput: string;
  /** `{count}` characters of the output are left out. */
  readonly cut: string;
  readonly verified: string;
  /** `{error}` is the class of the error the example is meant to raise. */
  readonly verifiedError: string;
  readonly varying: string;
  readonly parsed: string;
  readonly notYetRun: string;
  readonly allVerified: string;
  readonly verdicts: Readonly<Record<Exclude<VerdictName, 'passed'>, string>>;
  readonly needsPage: string;
  readonly causes: Readonly<Record<UnavailableCause, string>>;
  readonly hiddenSetup: string;
  readonly continues: string;
  readonly typesUnchecked: string;
  readonly bad: string;
  readonly good: string;
  /** `{name}` is the name of a file that the article lays for its examples. */
  readonly file: string;
}
