/**
 * Characters of an example's output that a page shows, recorded or printed in the reader's browser. An example may print a
 * megabyte, which nobody asked for who reads the page, and which a browser would lay out anew at every line.
 */
export const shownLength = 20_000;
