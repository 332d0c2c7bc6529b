import type { OutputFile } from "../../generator/emit/model.ts";

/** What programs use of other packages: credentials of `@azure/identity`, and servers of `msw`. */
const OTHER_PACKAGES = `declare module "@azure/identity" {
  export interface AccessToken { token: string; expiresOnTimestamp: number }
  export interface GetTokenOptions { abortSignal?: AbortSignal; tenantId?: string }
  export class DefaultAzureCredential {
    constructor(options?: { authorityHost?: string; tenantId?: string });
    getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken>;
  }
}
declare module "msw" {
  export interface HttpHandler { readonly info: object }
}
declare module "msw/node" {
  import type { HttpHandler } from "msw";
  export interface SetupServer { listen(): void; close(): void; use(...handlers: readonly HttpHandler[]): void }
  export function setupServer(...handlers: readonly HttpHandler[]): SetupServer;
}
`;

/** Fenced code of a language, in order. */
export function fences(markdown: string, language: string): readonly string[] {
  const pattern = new RegExp(`^(\`{3,})${language}\\n([^]*?)\\n\\1$`, "gm");
  return [...markdown.matchAll(pattern)].map((match) => match[2] ?? "");
}

/**
 * Makes a module of each program in a guide of a generated package. A module exports its client.
 *
 * @param guide text of the README or of another guide
 * @param packageName name under which the programs import the package
 * @param stem path of the modules without number and extension
 * @param baseUrl service of the programs that do not create a client
 */
export function guidePrograms(
  guide: string,
  packageName: string,
  stem: string,
  baseUrl = "https://service.example",
): readonly OutputFile[] {
  // The first program makes the client that the later ones call with.
  const given =
    `import { createClient as createGivenClient } from "${packageName}/runtime";\n` +
    `const client = createGivenClient({ baseUrl: "${baseUrl}", token: "ACCESS_TOKEN" });\n`;
  return fences(guide, "ts").map((code, index) => ({
    path: `${stem}-${index + 1}.ts`,
    text: `${code.includes("const client =") ? "" : given}${code}\nexport { client };\n`,
  }));
}

/** The types of other packages, which are not installed. */
export function otherPackages(folder: string): OutputFile {
  return { path: `${folder}/other-packages.d.ts`, text: OTHER_PACKAGES };
}
