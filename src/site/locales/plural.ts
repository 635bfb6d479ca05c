import type { PluralForms } from './labels.ts';

/** Puts values into a text's `{name}` places. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The text of the language's plural form for a count, with `{count}` filled in. */
export function plural(language: string, forms: PluralForms, count: number): string {
  const form = new Intl.PluralRules(language).select(count);
  return fill(forms[form] ?? forms.other, { count: new Intl.NumberFormat(`${language}-u-nu-latn`).format(count) });
}
