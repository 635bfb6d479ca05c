/**
 * Examples are run under two hash seeds; which one follows from the world's seed, neighbours differ.
 *
 * In WebAssembly CPython hashes texts with FNV (`Python/pyhash.c`), whose low bits decide the order of a small
 * set. Under any two seeds most sets of two or three words keep their order, as under 1 and 2 nearly nine in
 * ten of two. These two were searched with `lcg_urandom` of `Python/bootstrap_hash.c`: the low twelve bits of
 * FNV's first number are equal and those of its last are opposite, so that what comes first under one comes
 * last under the other, unless two words meet in one slot.
 */
export const hashSeeds = [2715, 7497] as const;
