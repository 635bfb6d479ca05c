declare module 'fontverter' {
  /** The font in another container: `sfnt` is TrueType or OpenType as it is. */
  export function convert(font: Uint8Array, to: 'sfnt'): Promise<Uint8Array>;
}
