/** A place in the original text: lines and columns count from 1, columns in UTF-16 units. */
export interface Position { readonly line: number; readonly column: number }
