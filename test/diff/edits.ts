import type { ApiModel } from "../../generator/api/model.ts";
import { readModel } from "../../generator/pipeline.ts";
import { createMemoryHost } from "../support/memory-host.ts";
import { DOORS } from "./doors.ts";

/** `[page, text, replacement]`: without a text, the page is replaced; without a replacement, it is removed. */
export type Edit = readonly [page: string, from: string | null, to: string | null];

/** Edits with the expected changes, each as class, kind and subject. */
export type Case = readonly [name: string, edits: readonly Edit[], want: readonly string[]];

export const door = "resources/door.md";
export const lock = "resources/lock.md";
export const order = "resources/order.md";
export const part = "resources/part.md";
export const get = "api/door-get.md";
export const check = "api/door-check.md";
export const paint = "api/door-paint.md";
export const createOrder = "api/order-post.md";

/** The pages after some edits. */
function editDoors(edits: readonly Edit[]): Readonly<Record<string, string>> {
  const pages = new Map(Object.entries(DOORS));
  for (const [page, from, to] of edits) {
    const text = pages.get(page) ?? "";
    if (from !== null && !text.includes(from)) throw new Error(`Unexpected page ${page} without ${from}`);
    if (to === null) pages.delete(page);
    else pages.set(page, from === null ? to : text.replace(from, () => to));
  }
  return Object.fromEntries(pages);
}

/** The model of the pages after some edits. */
export function readDoors(edits: readonly Edit[] = []): Promise<ApiModel> {
  const files = Object.entries(editDoors(edits)).map(([page, text]) => [`/docs/${page}`, text] as const);
  return readModel(createMemoryHost(Object.fromEntries(files)), { docs: "/docs", root: "/docs", baseUrl: null });
}
