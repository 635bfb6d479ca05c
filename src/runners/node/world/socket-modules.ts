/**
 * Node's modules that take sockets, pipes, child processes or names out of their bindings. It
 * loads none of them when it starts, and most programs none at all; so the bindings are changed
 * when the first of them is loaded.
 */
export const socketModules: readonly string[] = [
  ...['net', 'dgram', 'dns', 'tls', 'child_process', 'internal/dgram', 'internal/child_process', 'internal/tls/wrap'],
  ...['internal/dns/promises', 'internal/dns/callback_resolver', 'internal/cluster/round_robin_handle'],
];
