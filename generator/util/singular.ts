import pluralize from "pluralize";
import { remembered } from "./remembered.ts";

/** `policies` → `policy`. The library tries a hundred rules for each word, so results are cached. */
export const singular = remembered((word) => pluralize.singular(word));
