import type { OutputFile } from "../../generator/emit/model.ts";

/** What the credentials of `@azure/identity` offer, in as much as a client needs it. */
const AZURE_IDENTITY = `declare module "@azure/identity" {
  export interface AccessToken { token: string; expiresOnTimestamp: number }
  export interface GetTokenOptions { abortSignal?: AbortSignal; tenantId?: string }
  export class DefaultAzureCredential {
    getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken>;
  }
}
`;

/** Fenced code of a language, in order. */
export function fences(markdown: string, language: string): readonly string[] {
  const pattern = new RegExp(`^(\`{3,})${language}\\n([^]*?)\\n\\1$`, "gm");
  return [...markdown.matchAll(pattern)].map((match) => match[2] ?? "");
}

/**
 * Makes a module of each program in the README of a generated package.
 *
 * @param readme text of the README
 * @param packageName name under which the programs import the package
 * @param folder where the modules go
 */
export function readmePrograms(readme: string, packageName: string, folder: string): readonly OutputFile[] {
  // The first program makes the client that the later ones call with.
  const given = `import type { GraphClient } from "${packageName}/runtime";\ndeclare const client: GraphClient;\n`;
  const programs = fences(readme, "ts").map((code, index) => ({
    path: `${folder}/readme-${index + 1}.ts`,
    text: `${code.includes("const client =") ? "" : given}${code}\n`,
  }));
  return [...programs, { path: `${folder}/azure-identity.d.ts`, text: AZURE_IDENTITY }];
}
