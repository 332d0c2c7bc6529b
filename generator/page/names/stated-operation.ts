import type { OperationFacts } from "../model.ts";

/** Facts of an operation before its kind and its name are determined. */
export interface StatedOperation extends Omit<OperationFacts, "kind" | "naming"> {
  /** Text of the `#` heading. */
  readonly title: string;
  /** Parts of the file name in the casing of the page: `["windowsAutopilotDeviceIdentity", "update"]`. */
  readonly nameParts: readonly string[];
}
