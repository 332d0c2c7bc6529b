// Turns the plan into the README of the package.
// The README is marked as formatted if Prettier would leave every block unchanged.

import { bulletList, codeSpan, headingLink } from "./markdown-text.ts";
import { chooseCalls } from "./choose.ts";
import type { ReadmeContext } from "./context.ts";
import { isFormattedBlock } from "./is-formatted.ts";
import { moduleBlocks } from "./modules.ts";
import {
  abortBlocks,
  errorBlocks,
  fetchBlocks,
  hookBlocks,
  limitBlocks,
  responseBlocks,
  retryBlocks,
} from "./sections/calls.ts";
import { listBlocks, queryBlocks, writeBlocks } from "./sections/data.ts";
import {
  commonJsBlocks,
  documentationBlocks,
  integerBlocks,
  permissionBlocks,
  sizeBlocks,
  typeBlocks,
} from "./sections/project.ts";
import {
  baseUrlBlocks,
  cloudBlocks,
  findBlocks,
  firstCallBlocks,
  installBlocks,
  signInBlocks,
} from "./sections/start.ts";
import { testingBlocks } from "./sections/testing.ts";
import { batchBlocks, deltaBlocks, fileBlocks, monitorBlocks } from "./sections/tasks.ts";
import type { OutputFile } from "../model.ts";
import type { Plan } from "../plan/plan.ts";

function counted(count: number, singular: string): string {
  return `${count.toLocaleString("en-US")} ${singular}${count === 1 ? "" : "s"}`;
}

function introduction({ baseUrl, plan }: ReadmeContext): readonly string[] {
  const service = baseUrl === null ? "the service" : codeSpan(baseUrl);
  const requests = counted(plan.operations.size, "request");
  const others = `${counted(plan.types.size, "type")} and ${counted(plan.enums.size, "enum")}`;
  return [
    `TypeScript client for ${service}, generated from its API reference: ${requests}, ${others}.`,
    bulletList(
      "**A function for each documented request**, with the types of its path, query, body and response. The compiler " +
        "finds a missing key, a misspelled property and a read-only property in a body.",
      "**The names of the service**: URLs, properties and values are those of its reference, and JSON is sent and " +
        "returned unchanged.",
      "**Small**: no dependencies, and a bundle contains only what a program calls.",
      "**Complete**: tokens, retries, time-outs, paging, batches, delta queries and large uploads are built in.",
      "**Easy to test**: fixtures, a client without a network and handlers for Mock Service Worker come with it.",
    ),
  ];
}

type BlocksOf = (context: ReadmeContext) => readonly string[];

/** Parts of the contents and their sections, in the order in which a new user needs them. */
const PARTS: readonly (readonly [part: string, sections: readonly (readonly [title: string, blocks: BlocksOf])[]])[] = [
  [
    "Start",
    [
      ["Install", installBlocks],
      ["First call", firstCallBlocks],
      ["Find a function", findBlocks],
      ["Sign in", signInBlocks],
      ["National clouds", cloudBlocks],
      ["Address of the service", baseUrlBlocks],
    ],
  ],
  [
    "Read and write",
    [
      ["Lists", listBlocks],
      ["Select, filter, sort and expand", queryBlocks],
      ["Create, update and delete", writeBlocks],
      ["Types", typeBlocks],
      ["Large integers", integerBlocks],
    ],
  ],
  [
    "Calls",
    [
      ["Errors", errorBlocks],
      ["Retries and time-outs", retryBlocks],
      ["Limits", limitBlocks],
      ["Cancel a call", abortBlocks],
      ["Response headers", responseBlocks],
      ["Hooks", hookBlocks],
      ["Proxies, tracing and your own fetch", fetchBlocks],
    ],
  ],
  [
    "Larger tasks",
    [
      ["Batches", batchBlocks],
      ["Long-running operations", monitorBlocks],
      ["Delta queries", deltaBlocks],
      ["Download and upload", fileBlocks],
    ],
  ],
  [
    "Projects",
    [
      ["Permissions", permissionBlocks],
      ["Tests without a network", testingBlocks],
      ["CommonJS", commonJsBlocks],
      ["Bundle size", sizeBlocks],
      ["Documentation in the editor", documentationBlocks],
      ["Modules", moduleBlocks],
    ],
  ],
];

/** Collects the facts for the README and other guides of the package. */
export function readmeContext(packageName: string, baseUrl: string | null, plan: Plan): ReadmeContext {
  return { packageName, baseUrl, plan, calls: chooseCalls(plan) };
}

/** Writes the README of the package. A section without blocks is left out. */
export function readmeFile(context: ReadmeContext): OutputFile {
  const parts = PARTS.map(([part, sections]) => {
    const written = sections.map(([title, blocksOf]) => [title, blocksOf(context)] as const);
    return [part, written.filter(([, blocks]) => blocks.length > 0)] as const;
  });
  const contents = parts.flatMap(([part, sections]) =>
    sections.length === 0 ? [] : [`${part}: ${sections.map(([title]) => headingLink(title)).join(", ")}`],
  );
  const blocks = [
    `# ${context.packageName}`,
    ...introduction(context),
    "## Contents",
    bulletList(...contents),
    ...parts.flatMap(([, sections]) => sections.flatMap(([title, own]) => [`## ${title}`, ...own])),
  ];
  return { path: "README.md", text: `${blocks.join("\n\n")}\n`, formatted: blocks.every(isFormattedBlock) };
}
