/** Request functions of the package, by name. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Functions {}
