/** Processor time in milliseconds that an example has whose author allows it no other. */
export const defaultTimeout = 10_000;
