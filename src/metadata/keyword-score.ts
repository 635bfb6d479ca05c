import type { Candidate } from './candidates.ts';
import { titleWeight } from './keyword-texts.ts';

/**
 * How much a word or phrase says about the article.
 *
 * @param nestedIn the weights of the longer ones that it is part of and that say more
 * @param named it has a word of the title in it and is not itself there
 */
export function scoreOf(candidate: Candidate, nestedIn: readonly number[], named: boolean): number {
  const { words, weight, first, kind, count, place } = candidate;
  const elsewhere = nestedIn.reduce((sum, each) => sum + each, 0) / Math.max(1, nestedIn.length);
  const form = candidate.isJoined ? factors.joined : kind === 'identifier' && place === titleWeight ? factors.named : 1;
  const lengthFactor = candidate.isMessage ? factors.message : (lengthFactors[words - 1] ?? 1.3);
  // Of a keyword that the title names, the article tells: `with`.
  const isGeneral = candidate.isCommon && !(candidate.isForeign && place === titleWeight);
  // What is written again is a term, whatever its first word: `interest rates`.
  const isTerm = count > 1 && words > 1 && (candidate.strongWords === words || candidate.isDescribed);
  const general = !isGeneral ? 1 : words === 1 ? factors.commonWord : isTerm ? 1 : factors.commonFirst;
  const isMeant = words === 1 || count > 1 || place > 1 || candidate.isName || candidate.isMessage;
  const doubt = candidate.isDoubtful && count === 1 ? factors.doubtful : 1;
  const passing = words === 1 && candidate.isIndefinite && kind === 'plain' ? passingFactor(candidate) : 1;
  const isPhrase = words > 1 && !candidate.isMessage;
  const often = words === 1 && !candidate.isForeign ? Math.sqrt(usual / Math.max(usual, count)) : 1;
  const once = isMeant ? 1 : factors.once;
  const subject = isPhrase && named ? factors.subject : 1;
  const quality = lengthFactor * form * general * once * doubt * passing * often * subject * kindFactors[kind];
  return quality * Math.max(minimalWeight, weight - elsewhere) * (1 - factors.late * first);
}

/**
 * Of a noun without the article: it names a thing in passing, unless the title or a foreign script shows that it is a
 * name.
 */
function passingFactor({ count, place, isForeign }: Candidate): number {
  if (count === 1) return factors.passing;
  return isForeign || place === titleWeight ? 1 : factors.indefinite;
}

// How often a word of an article occurs. The longer the text, the more often, and no more telling for it.
const usual = 4;

// A phrase says more than a word; of three words, one is often there by chance. (`npm run
// bench:keywords` tells of changes.)
const lengthFactors = [1, 2, 1.3];
const factors = {
  joined: 1.3,
  named: 2,
  message: 2,
  commonWord: 0.4,
  commonFirst: 0.5,
  once: 0.8,
  doubtful: 0.5,
  passing: 0.5,
  indefinite: 0.6,
  subject: 1.6,
  late: 0.4,
};
// What never stands outside of something longer still ranks before nothing at all.
const minimalWeight = 0.01;

// What is code is what people search for; a number by itself never gets here.
const kindFactors = { identifier: 2, code: 1.2, plain: 1, number: 1 };

/** The keys of the words in the title that say what this article is about, not what kind of text it is. */
export function titleWords(candidates: readonly Candidate[]): ReadonlySet<string> {
  const words = candidates.filter(({ words, place, isCommon }) => words === 1 && place === titleWeight && !isCommon);
  return new Set(words.map(({ key }) => key));
}
