import { expect, it } from "vitest";
import { readDocument } from "../../generator/markdown/document.ts";

const lines: readonly (readonly [line: string, namespace: string | null, codes: string])[] = [
  ["Namespace: microsoft.graph", "microsoft.graph", ""],
  ["Namespace: harbor", "harbor", ""],
  ["namespace: microsoft.graph.callRecords", "microsoft.graph.callRecords", ""],
  ["**Namespace**: `microsoft.graph`", "microsoft.graph", ""],
  ["Namespace：microsoft.graph", "microsoft.graph", ""],
  ["Namespace - microsoft.graph", "microsoft.graph", ""],
  ["Name space: microsoft.graph.", "microsoft.graph", ""],
  ["Namepsace: microsoft.graph", "microsoft.graph", ""],
  ["Namespaces: microsoft.graph", "microsoft.graph", ""],
  ["Namespace: microsoft. graph", null, "namespace-unreadable"],
  ["Namespace: microsoft,graph", null, "namespace-unreadable"],
  ["Namespace: microsoft.graph/callRecords", null, "namespace-unreadable"],
  ["Namespaces: there are two", null, ""],
  ["Example: microsoft.graph", null, ""],
];

it.each(lines)("reads '%s' as %s", (line, namespace, codes) => {
  const [document, diagnostics] = readDocument("a.md", `# boat resource type\n\n${line}\nA boat.\n`, {});
  expect(document.namespace?.name ?? null).toBe(namespace);
  expect(diagnostics.map(({ code }) => code).join()).toBe(codes);
  const texts = document.sections.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === "paragraph" ? block.phrase.text : "")),
  );
  if (namespace !== null) expect(texts).toEqual(["A boat."]);
});
