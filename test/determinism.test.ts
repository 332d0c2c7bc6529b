import { beforeAll, expect, it } from "vitest";
import type { OutputFile } from "../generator/emit/model.ts";
import type { Host } from "../generator/host/host.ts";
import { createNodeHost } from "../generator/host/node-host.ts";
import { generateSample } from "./support/node-docs.ts";

let first: readonly OutputFile[] = [];

beforeAll(async () => {
  first = await generateSample();
});

it("makes files of the sample", () => {
  expect(first.length).toBeGreaterThan(20);
});

it("gives the same bytes when run again in one process", async () => {
  expect(await generateSample()).toEqual(first);
});

const orders: readonly [name: string, order: (files: readonly string[]) => readonly string[]][] = [
  ["backwards", (files) => files.toReversed()],
  ["by length", (files) => files.toSorted((a, b) => a.length - b.length)],
  ["shuffled", (files) => files.toSorted((a, b) => scatter(a) - scatter(b))],
];

it.each(orders)("gives the same bytes when the file system lists files %s", async (_, order) => {
  const host = createNodeHost();
  const listing: Host = { ...host, list: async (folder) => order(await host.list(folder)) };
  expect(await generateSample(listing)).toEqual(first);
});

it("gives the same bytes for docs with CRLF", async () => {
  const host = createNodeHost();
  const windows: Host = {
    ...host,
    read: async (file) => {
      const bytes = await host.read(file);
      if (bytes === null) return null;
      return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/\r?\n/g, "\r\n"));
    },
  };
  expect(await generateSample(windows)).toEqual(first);
});

/** A number without pattern that depends on the name only. */
function scatter(name: string): number {
  return [...name].reduce((sum, char) => Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x9e3779b1) | 0, 7);
}
