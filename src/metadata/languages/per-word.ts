/**
 * A function of a text that answers from memory what it was asked before: articles of one language share most of their
 * words and headings.
 *
 * @param longest UTF-16 code units; what is longer is hardly met again
 */
export function perWord<T>(answer: (word: string) => T, longest = 80): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined || known.has(word)) return remembered as T;
    const made = answer(word);
    if (word.length > longest) return made;
    if (known.size >= mostKept) known.clear();
    known.set(word, made);
    return made;
  };
}

/** The same for what depends on the language of the article, too. */
export function perWordAndLanguage<T>(
  answer: (word: string, language: string) => T,
): (word: string, language: string) => T {
  const ofLanguages = new Map<string, (word: string) => T>();
  return (word, language) => {
    let ofLanguage = ofLanguages.get(language);
    if (!ofLanguage) {
      ofLanguage = perWord((other) => answer(other, language));
      ofLanguages.set(language, ofLanguage);
    }
    return ofLanguage(word);
  };
}

/** Articles on errors in one language have fewer words than that, and as many take some megabytes. */
const mostKept = 50_000;
