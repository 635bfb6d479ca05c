import type { Texts } from '../texts.ts';

export const en: Texts = {
  technologies: { python: 'Python', javascript: 'JavaScript', typescript: 'TypeScript', bash: 'Bash', node: 'Node.js' },
  title: (error, technology) => `${error} in ${technology}`,
  oneSentence: (error, technology) => `What ${error} means in ${technology}, how to find its cause, and how to fix it.`,
  toWrite: 'This example is still to be written',
  failsHere: 'The error happens here',
  insteadOfIt: 'What the program does about it',
  words: {
    names: ['Layla', 'Said'],
    colours: ['red', 'green'],
    hello: 'hello',
    ten: 'ten',
    priceTooLow: 'a price below zero',
    notWritten: 'area is not written yet',
    reason: 'this cannot be done',
  },
  hints: {
    summary: 'What the error means, in one or two sentences. Then the exact message that the reader has just seen.',
    purpose: 'What the error is there for.',
    usage: 'What raises it.',
    details: 'Its class, and what differs between versions and systems.',
    findingIt: 'How a reader finds the cause, step by step.',
    fixingIt: 'A remedy for each cause.',
    pitfalls: 'What looks like a remedy and is none.',
    oneSentence: 'Better: what the error means and what to do, in at most 155 characters. Search results show it.',
  },
};
