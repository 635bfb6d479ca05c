import type { PluralForms } from './labels.ts';

/** Puts values into a text's `{name}` places. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The text of the language's plural form for a count, with `{count}` filled in. */
export function plural(language: string, forms: PluralForms, count: number): string {
  const form = new Intl.PluralRules(language).select(count);
  return fill(forms[form] ?? forms.other, { count: new Intl.NumberFormat(withDigits(language)).format(count) });
}

/** A day as the language writes it, in its own calendar. @param date ISO 8601 */
export function dayText(language: string, date: string): string {
  return new Intl.DateTimeFormat(withDigits(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** In Arabic the digits of programs, which stand in the text around; in other languages their own. */
function withDigits(language: string): Intl.Locale {
  const locale = new Intl.Locale(language);
  return locale.language === 'ar'
    ? new Intl.Locale(language, { numberingSystem: locale.numberingSystem ?? 'latn' })
    : locale;
}
