import type { CodeBlock, Section } from "../../markdown/model.ts";
import { codeBlocks } from "../content/sections.ts";

/** A type that the annotation of a fence names. */
export interface AnnotatedType {
  /** The name as stated, usually qualified, without `#`. */
  readonly stated: string;
  readonly block: CodeBlock;
}

/** Fences whose annotation states that they represent a resource; of several with the same name, only the first. */
export function annotatedTypes(sections: readonly Section[]): readonly AnnotatedType[] {
  const found = sections.flatMap(codeBlocks).flatMap((block) => {
    const values = block.annotation?.values ?? {};
    const stated = values["@odata.type"] ?? values["@type"];
    // An annotation that lost its kind of block, but still names a type.
    const isResource = (values.blockType ?? "resource") === "resource";
    const isType = isResource && typeof stated === "string" && /^#?[\w.]+$/.test(stated);
    return isType ? [{ stated: stated.replace(/^#/, ""), block }] : [];
  });
  return found.filter((each, index) => found.findIndex((other) => isSame(other, each)) === index);
}

/** The namespace may be left out. */
function isSame(a: AnnotatedType, b: AnnotatedType): boolean {
  const isQualified = a.stated.includes(".") && b.stated.includes(".");
  return isQualified ? a.stated === b.stated : simpleName(a) === simpleName(b);
}

/** Name without namespace. */
export function simpleName({ stated }: AnnotatedType): string {
  return stated.slice(stated.lastIndexOf(".") + 1);
}
