/** A node of the tree while it is being read. */
export type Building<T> = { -readonly [K in keyof T]: T[K] };
