import { labelsOf } from '../locales/labels-of.ts';

/** Name of a section as readers see it, by the last part of its address. */
export function sectionTitle(language: string, part: string): string {
  const { sections } = labelsOf(language);
  return Object.hasOwn(sections, part) ? (sections[part] ?? part) : capitalised(part.replaceAll('-', ' '));
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
