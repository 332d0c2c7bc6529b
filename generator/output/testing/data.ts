/** The operations of the package with the examples of their pages: one operation as JSON in each line. */
export const DATA: string = "";
