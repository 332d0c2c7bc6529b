import type { PhrasingContent } from "mdast";
import type { Phrase } from "./model.ts";

/** Anchor in `<a name="properties"></a>Properties` or `Properties {#properties}`. */
export function anchorOf(nodes: readonly PhrasingContent[], { text }: Phrase): string | null {
  const html = nodes.flatMap((node) => (node.type === "html" ? [elementAnchor(node.value)] : []));
  return html.find((anchor) => anchor !== null) ?? /\{#([\w-]{1,200})\}$/.exec(text)?.[1] ?? null;
}

function elementAnchor(html: string): string | null {
  return /^<\w+ (?:[^<>]{0,200} )?(?:id|name)\s?=\s?["']?([\w-]{1,200})/i.exec(html)?.[1] ?? null;
}
