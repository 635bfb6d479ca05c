import { isFrequentNoun } from './ar-nouns.ts';
import { fold, marks } from './ar-spelling.ts';
import { mayBeVerb } from './ar-verbs.ts';
import type { Detached } from './language-words.ts';

/**
 * A word, as written, without و ف ب ل ك, which are written as one with the next word: surely so before the
 * article and where hardly a word begins with such letters of its own, perhaps so elsewhere.
 *
 * @param isWritten whether the article has a word in this spelling
 */
export function detach(word: string, isWritten: (word: string) => boolean): Detached | undefined {
  if (word.length > longestWord) return undefined;
  const bare = word.replace(marks, '');
  const preposition = /^[بلك]/u.test(bare);
  const toArticle = /^[وف]?لل(?=.{2})/u.exec(bare);
  if (toArticle) {
    const rest = bare.slice(toArticle[0].length);
    // `لعملية` beside `للعملية` has the same preposition, not a lam of its own.
    const isNounWithout = isWritten(rest) || isWritten(`ال${rest}`) || isFrequentNoun(fold(rest));
    const hasLam = nounsWithLam.test(rest) || isWritten(`الل${rest}`) || (isWritten(`ل${rest}`) && !isNounWithout);
    if (hasLam) return { word: `الل${rest}`, certain: true, preposition };
    if (rest.length > 1) return { word: `ال${rest}`, certain: !namesWithLl.test(bare), preposition };
  }
  if (ownLetters.test(bare)) return undefined;
  const beforeArticle = /^[وف]?[بك]?(?=[اٱ]ل.{3})/u.exec(bare)?.[0];
  if (beforeArticle) return { word: withoutLetters(word, beforeArticle.length), certain: true, preposition };
  const [rest, whole] = [fold(bare.slice(1)), fold(bare)];
  const isLong = /^[وفبلك].{3}/u.test(bare);
  if (!isLong && !(/^[وفبل].{2}$/u.test(bare) && isFrequentNoun(rest) && !isFrequentNoun(whole))) return undefined;
  const isBeforeNoun = (isFrequentNoun(rest) || mayBeVerb(rest)) && !isFrequentNoun(whole);
  const certain = isAnd.test(bare) || isPreposition.test(bare) || isBeforeNoun;
  // Behind a preposition nothing but the article is joined.
  return { word: withoutLetters(word, 1), certain, preposition, last: preposition };
}

/** UTF-16 code units. What is longer is no word, and might take off one letter after another for minutes. */
const longestWord = 100;

/** Few words begin with a waw of their own; these do. */
const isAnd =
  /^و(?!اج[هب]|ا[حد]|اد|اق|اس|ار|اش|ات(?!ص|ج)|اط|ال[ده]|ب[راع]|تر(?:[اي].?)?$|تي[رد]|ث[اي]|ج[بهود]|ح[دشي]|د[اي]|ر[اثدشقميا]|ز(?:[انيع]|راء)|س[ائيط]|ش[امي]|ص[فلايو]|ض[عو]|ط[ن]|ظ[اي]|ع[دياو]|ف[ادراي]|ق[تودافع]|ك(?:ال|ي)|ل[ايدا]|ه[م]|ي[لنبك]).{3}/u;

/** Beginnings that hardly a word with a ba, lam or kaf of its own has. */
const isPreposition =
  /^(?:ب(?:[أإآ](?!س(?:ا|اء|ه)?$)|م(?!ب)|ت(?!ر|ول|ل|ات$)|ج(?!ع|ا)|ظ|ف|ع(?!د|ض|ي|و|ث|ل|ق|ر)|ا(?:ست(?!و|ي)|عت|نت|نخ|نض|تج|كت|جت|خت|شت|تف)|خ(?!ار|ور|ل|ت|ي))|ل(?:[أإآ]|م(?!س|ح|ع|ا|ب)|ت(?!ر|و)|ر|ظ|ض|ك(?!م|ن)|ن(?!د|ك)|ص(?!ق|و)|ط(?!ف|ي|خ|م)|س(?!ا|ع)|ه(?!ج|ب|و|ي|ف)|ذ(?!ذ|ي|ة)|ث(?!ة|غ)|خ(?!ص|م)|د(?!ن|غ)|ش(?!بون)|ع(?!ب|ن|ق|ا)|ا(?:ست|نت|عت|جت|خت|كت|تخ|تف))|ك[أإآ](?!س(?:ا|ين|ان)?$)).{2}/u;

/** What follows the first letter of nouns that begin with a lam: of three lams, `لل` is what is written. */
const nounsWithLam = /^(?:غة|غات|غوي|وح|ون|جن|اعب|اجئ|قاء|قاح|قب|حظ|حوم|غز|فظ|يل|سان|ؤلؤ|بنان|يبي|هج(?!ر|و)|يزر|ص$)/u;

/** Words that begin as `and the`, `in the` or `like the` do: `his parents`, `adults`, names of other languages. */
const ownLetters =
  /^(?:[وب]?والد(?:ه|ها|هم|ته|تها|تهم|اه|اها|يه|يها|يهم|يك|تك)|بالغ(?:ين|ون|ة|ات)|[وبل]?(?:كالسيوم|كالفن|كالفينية|كاليفورنيا|كالوري(?:ات)?|بالون(?:ات)?|بالي|باليه|بالتيمور|بالستية?|بالوع(?:ة|ات)|فالنسيا|فالنتاين|فالكونز?|والت|والتر|والاس|واليس))$/u;

/** Words in which two lams are the word's own. */
const namesWithLl = /^لل(?:ه|ّه)/u;

/** The word without its first letters and the marks that belong to them. */
function withoutLetters(word: string, count: number): string {
  return word.replace(new RegExp(`^(?:\\P{M}[\\p{M}\\u0640]*){${count}}`, 'u'), '');
}
