import type { PluralForms } from './labels.ts';

/** Puts values into a text's `{name}` places. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The text of the language's plural form for a count, with `{count}` filled in. */
export function plural(language: string, forms: PluralForms, count: number): string {
  const { rules, numbers } = formatsOf(language);
  return fill(forms[rules.select(count)] ?? forms.other, { count: numbers.format(count) });
}

/** A day as the language writes it, in its own calendar. @param date ISO 8601 */
export function dayText(language: string, date: string): string {
  return formatsOf(language).days.format(new Date(date));
}

interface Formats {
  readonly rules: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
  readonly days: Intl.DateTimeFormat;
}

/** Made once for a language: that takes longer than what they are for. */
function formatsOf(language: string): Formats {
  const known = formats.get(language);
  if (known) return known;
  const locale = withDigits(language);
  const made = {
    rules: new Intl.PluralRules(language),
    numbers: new Intl.NumberFormat(locale),
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
  };
  formats.set(language, made);
  return made;
}

const formats = new Map<string, Formats>();

/** In Arabic the digits of programs, which stand in the text around; in other languages their own. */
function withDigits(language: string): Intl.Locale {
  const locale = new Intl.Locale(language);
  return locale.language === 'ar'
    ? new Intl.Locale(language, { numberingSystem: locale.numberingSystem ?? 'latn' })
    : locale;
}
