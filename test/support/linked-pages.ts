import path from "node:path";
import type { ApiModel } from "../../generator/api/model.ts";
import { readModel } from "../../generator/pipeline.ts";
import { createMemoryHost } from "./memory-host.ts";

/** Links docs that a test makes up. */
export async function link(files: Readonly<Record<string, string>>, baseUrl: string | null = null): Promise<ApiModel> {
  const docs = path.resolve("/docs");
  const absolute = Object.entries(files).map(([file, text]) => [path.resolve(docs, file), text] as const);
  const host = createMemoryHost(Object.fromEntries(absolute));
  return readModel(host, { docs, root: docs, baseUrl });
}

/** Text of a resource page with the given rows of properties. */
export function resource(name: string, rows: readonly string[], intro = "A thing.", annotation = ""): string {
  const table = ["|Property|Type|Description|", "|:---|:---|:---|", ...rows].join("\n");
  return `# ${name} resource type\n\n${intro}\n\n## Properties\n\n${table}\n\n${annotation}\n`;
}

/** Text of an operation page with the given request line. */
export function operation(request: string, title = "Title"): string {
  return `# ${title}\n\n## HTTP request\n\n\`\`\`http\n${request}\n\`\`\`\n`;
}
