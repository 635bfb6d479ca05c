import type { PageWeight } from './page-weights.ts';

/** Bytes of HTML, styles and scripts together, compressed; of fonts as they are. */
export const budgets = { typicalArticle: 10_000, anyPage: 20_000, fonts: 45_000 };

/** What is too heavy, or comes from another server; empty if the site is as light as it must be. */
export function overBudget(weights: readonly PageWeight[]): readonly string[] {
  const typical = typicalArticle(weights);
  return [
    ...(total(typical) > budgets.typicalArticle
      ? [`the article in the middle weighs ${total(typical)} bytes, ${budgets.typicalArticle} are allowed`]
      : []),
    ...weights.flatMap((weight) => faultsOf(weight).map((fault) => `${weight.path} ${fault}`)),
  ];
}

/** The article in the middle of all by their weight. */
export function typicalArticle(weights: readonly PageWeight[]): PageWeight {
  const articles = weights.filter(({ isArticle }) => isArticle).toSorted((a, b) => total(a) - total(b));
  const middle = articles[Math.floor(articles.length / 2)];
  if (!middle) throw new Error('There is no article in dist: build the site first (npm run build).');
  return middle;
}

/** Without fonts, which the text does not wait for. */
export function total({ html, styles, scripts }: PageWeight): number {
  return html + styles + scripts;
}

function faultsOf(weight: PageWeight): readonly string[] {
  return [
    ...(total(weight) > budgets.anyPage ? [`weighs ${total(weight)} bytes, ${budgets.anyPage} are allowed`] : []),
    ...(weight.fonts > budgets.fonts ? [`loads ${weight.fonts} bytes of fonts, ${budgets.fonts} are allowed`] : []),
    ...weight.foreign.map((address) => `loads ${address} from another server`),
  ];
}
