/** What the metadata needs to know of one language. Lists of words are compared with folded words. */
export interface LanguageWords {
  /** Letters of the language's script. */
  readonly script: RegExp;
  /** Names of headings that say what stands below them. */
  readonly headings: {
    /** "In one sentence", beside a name of a summary or alone. */
    readonly oneSentence: readonly string[];
    readonly summary: readonly string[];
    readonly introduction: readonly string[];
    /** Of the names of summaries, those that a conclusion has too. */
    readonly conclusion: readonly string[];
  };
  /** Abbreviations whose full stop ends no sentence, without it. */
  readonly abbreviations: ReadonlySet<string>;
  /** What stands between the points of a list, and between short names, when they are written as one sentence. */
  readonly separators: { readonly points: string; readonly names: string };
  /**
   * Sentences that tell what the article is going to do, greet its reader or send him elsewhere, and so nothing of its
   * subject.
   */
  readonly announcing?: RegExp;
  /** Words that a text which goes on elsewhere must not end in. */
  readonly dangling: ReadonlySet<string>;
  /** Whether a clause that the sentence can do without begins with this folded word. */
  readonly opensClause: (folded: string) => boolean;
  /** Words at the beginning of a sentence whose clause needs the one after it. */
  readonly subordinators: ReadonlySet<string>;
  /** Words that a question, or a title such as `All about …`, begins with. */
  readonly questionWords: ReadonlySet<string>;
  /** Words that are no part of a keyword. */
  readonly stopWords: ReadonlySet<string>;
  /** Stems of words that are part of a keyword (`error handling`) but are none by themselves (`error`). */
  readonly weakWords: ReadonlySet<string>;
  /** Stems of words that texts of any subject have. */
  readonly commonWords: ReadonlySet<string>;
  /** Writes a word the one way in which it is compared: without case, marks and spellings that vary. */
  readonly fold: (word: string) => string;
  /** What a folded word shares with its other forms; not always a word. */
  readonly stem: (folded: string) => string;
  /** Whether a word, as written, is as good as a stop word by its looks alone. */
  readonly looksLikeStopWord: (word: string) => boolean;
  /** Stems of words that say nothing before what they are of: the `use` and the `meaning` of something. */
  readonly emptyHeads: ReadonlySet<string>;
  /**
   * A word as people would search for it: without vowel marks where readers do without them, and
   * without an ending of case if the article has it without one. `isWritten`: whether the article
   * has a word in this spelling.
   */
  readonly plain: (word: string, isWritten: (word: string) => boolean) => string;
  /** Folded words after which an indefinite word is a verb. */
  readonly beforeVerbs: ReadonlySet<string>;
  /** Folded words after which a noun stands and no verb. */
  readonly beforeNouns: ReadonlySet<string>;
  /** Whether two neighbours, as written, are one word for all purposes. */
  readonly areOneWord: (one: string, next: string) => boolean;
  /** Folded words that turn what the word after them says into its opposite. */
  readonly negations: ReadonlySet<string>;
  /** Folded prepositions with a pronoun, which a participle before them is half without. */
  readonly completions: ReadonlySet<string>;
  /** Folded words that are orders at the beginning of a clause before a definite word, and nouns elsewhere. */
  readonly orders: ReadonlySet<string>;
  /** Whether a folded word is a verb or a noun, as what stands around it tells. */
  readonly mayBeVerb: (folded: string) => boolean;
  /**
   * Whether a word, as written, says whose the thing is. `isWritten`: whether the article
   * has a word in this spelling.
   */
  readonly isPossessed: (word: string, isWritten: (word: string) => boolean) => boolean;
  /** What a word, as written, shows of itself as a noun or adjective; undefined in a language where none does. */
  readonly nounForm: (word: string) => NounForm | undefined;
  /** The word without what is joined to its front; undefined if nothing is. `isWritten` as above. */
  readonly detach: (word: string, isWritten: (word: string) => boolean) => Detached | undefined;
}

export interface NounForm {
  readonly definite: boolean;
  /** Its adjectives are feminine. */
  readonly feminine: boolean;
  /** As an adjective, it may belong to a feminine noun. */
  readonly fitsFeminine: boolean;
  /** An adjective made of a noun, which describes the word before it. */
  readonly relational: boolean;
  /** Its ending shows that it is of nothing: `كيلومترا`. */
  readonly accusative: boolean;
  /** A name, which what follows it is no part of. */
  readonly name: boolean;
  /** Its ending shows that it is a subject, and so what no indefinite noun before it is of: `المزارعون`. */
  readonly nominative: boolean;
  /** What a person is, after which the name follows: `الملك`. */
  readonly title: boolean;
  /** What a name begins with: `ابن`. */
  readonly startsName: boolean;
  /** What stands within a name: `بن`. */
  readonly joinsName: boolean;
  /** It ends as the plural of feminine nouns does, which describes nothing in the singular. */
  readonly femininePlural: boolean;
  /** Surely a noun: it describes none. */
  readonly noun: boolean;
  /** A participle that a preposition may belong to. */
  readonly participle: boolean;
}

export interface Detached {
  /** As written, without the joined conjunction or preposition. */
  readonly word: string;
  /** `false`: the first letter may as well be the word's own. */
  readonly certain: boolean;
  /** A preposition was joined, not a conjunction. */
  readonly preposition: boolean;
  /** Nothing more can be joined to the rest. */
  readonly last?: boolean;
}

/** The words of a list in which they stand between white space. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
