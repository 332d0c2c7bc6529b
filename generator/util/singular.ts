import pluralize from "pluralize";
import { remembered } from "./remembered.ts";

/** `policies` → `policy`. Each word is tried against a hundred rules, so the few that docs use are remembered. */
export const singular = remembered((word) => pluralize.singular(word));
