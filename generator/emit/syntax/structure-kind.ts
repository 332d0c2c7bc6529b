import type { StructureKind as Kind } from "ts-morph";

type Printed = "Enum" | "EnumMember" | "Function" | "IndexSignature" | "Interface" | "PropertySignature" | "SourceFile";

/** Kinds of ts-morph structures. The enum itself is slow to load; the compiler checks that the numbers match. */
/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment */
export const StructureKind: { readonly [Name in Printed]: (typeof Kind)[Name] } = {
  Enum: 8,
  EnumMember: 9,
  Function: 13,
  IndexSignature: 18,
  Interface: 19,
  PropertySignature: 33,
  SourceFile: 36,
};
