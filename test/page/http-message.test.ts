import { expect, it } from "vitest";
import { readHttpMessage } from "../../generator/page/examples/http-message.ts";

const PLACE = { file: "api/page.md", line: 10, column: 1 };
const JSON_TYPE = { "Content-Type": "application/json" };

function read(text: string) {
  return readHttpMessage(text, PLACE)[0];
}

const statusLines: readonly [line: string, status: number | null][] = [
  ["HTTP/1.1 200 OK", 200],
  ["HTTP/1.1 204 No Content", 204],
  ["HTTP/1.1 204 NO CONTENT", 204],
  ["HTTP/1.1 202 Accpted", 202],
  ["HTTP/1.1 200", 200],
  ["HTTP/2 206 Partial Content", 206],
  ["http/1.1 400 Bad Request", 400],
  ["HTTP 201 Created", 201],
  ["HTTP / 1.1 200 OK", 200],
  ["400 Bad Request", 400],
  ["HTTP/1.1 422", 422],
  ["HTTP/1.1 twohundred", null],
  ["HTTP", null],
  ["1234 pages", null],
];

it.each(statusLines)("reads the status line '%s'", (line, status) => {
  const message = read(`${line}\n`);
  expect(message?.kind === "response" ? message.status : null).toBe(status);
});

const requests: readonly [text: string, want: string | null][] = [
  ["GET https://graph.microsoft.com/v1.0/me", "GET https://graph.microsoft.com/v1.0/me"],
  ["\n\n  get /me\n", "GET /me"],
  ["GET /me HTTP/1.1", "GET /me"],
  ["GET /me/messages?$filter=subject eq 'a b'", "GET /me/messages?$filter=subject eq 'a b'"],
  ["GET /me/messages\n    ?$top=5\n    &$skip=5", "GET /me/messages?$top=5&$skip=5"],
  ["GET /drive\n  /root", "GET /drive/root"],
  ['{ "id": "1" }', null],
  ["Get-MgUser", null],
  ["", null],
];

it.each(requests)("reads the request '%s'", (text, want) => {
  const message = read(text);
  expect(message?.kind === "request" ? `${message.method} ${message.url}` : null).toBe(want);
});

const messages: readonly [name: string, text: string, headers: Readonly<Record<string, string>>, body: unknown][] = [
  ["no header and no body", "POST /me/send", {}, null],
  ["headers only", "POST /me/send\nContent-Type: application/json\n", JSON_TYPE, null],
  ["a body after a blank line", 'POST /me\nContent-Type: application/json\n\n{"a":1}', JSON_TYPE, { a: 1 }],
  ["a body without a blank line", 'POST /me\nContent-Type: application/json\n{"a":1}', JSON_TYPE, { a: 1 }],
  ["a blank line before the headers", 'POST /me\n\nContent-Type: application/json\n\n{"a":1}', JSON_TYPE, { a: 1 }],
  ["a body without headers", 'POST /me\n\n{\n  "a": [1, 2]\n}', {}, { a: [1, 2] }],
  ["a list as body", "POST /me\n\n[1, 2]", {}, [1, 2]],
  ["a header with colons", 'GET /me\nPrefer: outlook.timezone="a:b"', { Prefer: 'outlook.timezone="a:b"' }, null],
  ["a header without a value", "GET /me\nIf-Match:", { "If-Match": "" }, null],
  ["text", "POST /me\nContent-Type: text/plain\n\nHello\nthere", { "Content-Type": "text/plain" }, "Hello\nthere"],
  [
    "a stand-in for bytes",
    "PUT /photo\nContent-Type: image/jpeg\n\nBinary data",
    { "Content-Type": "image/jpeg" },
    "Binary data",
  ],
  ["a number", "HTTP/1.1 200 OK\n\n893", {}, "893"],
  ["markup", "POST /pages\n\n<html>{ }</html>", {}, "<html>{ }</html>"],
  ["a bare string", 'HTTP/1.1 200 OK\n\n"text"', {}, '"text"'],
  [
    "a multipart body",
    "POST /pages\nContent-Type: multipart/form-data\n\n--a\n{}",
    { "Content-Type": "multipart/form-data" },
    "--a\n{}",
  ],
  ["a trailing comma", 'HTTP/1.1 200 OK\n\n{"a": 1,}', {}, { a: 1 }],
  ["a comment", 'HTTP/1.1 200 OK\n\n{\n  // one\n  "a": 1\n}', {}, { a: 1 }],
  ["a comment before the body", 'HTTP/1.1 200 OK\n\n// one\n{"a": 1}', {}, { a: 1 }],
  ["a message after it", 'POST /me\n\n{"a":1}\n\nHTTP/1.1 200 OK\n\n{"b":2}', {}, { a: 1 }],
  ["a request after it", 'POST /me\n\n{"a":1}\n\nPOST https://example.com/me\n\n{"b":2}', {}, { a: 1 }],
];

it.each(messages)("reads %s", (_, text, headers, body) => {
  expect(read(text)).toMatchObject({ headers, body });
});

const faults: readonly [name: string, text: string, want: readonly string[]][] = [
  ["nothing of good JSON", 'GET /me\n\n{"a":1}', []],
  ["nothing of text", "GET /me\n\nHello, {name}", []],
  ["nothing of words that stand for content", "HTTP/1.1 200 OK\n\n{Bytes of the picture}", []],
  ["a trailing comma with its place", 'GET /me\n\n{\n  "a": 1,\n}', ["14:9 example-json-lenient"]],
  ["broken JSON with its place", 'GET /me\nAccept: a\n\n{\n  "a": 1 "b"', ["15:10 example-json-invalid"]],
];

it.each(faults)("reports %s", (_, text, want) => {
  const [, diagnostics] = readHttpMessage(text, PLACE);
  expect(diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual(want);
});

it("keeps the text of a JSON body with its place", () => {
  const text = 'POST /birds\nContent-Type: application/json\n\n{ "a": 1 }';
  expect(readHttpMessage(text, PLACE, 2)[0]?.bodyJson).toEqual({
    text: '\n{ "a": 1 }',
    repaired: null,
    place: { ...PLACE, line: PLACE.line + 3, column: 3 },
  });
});

it("takes a second request line for another message, not for the body", () => {
  const message = read("GET https://harbour.test/boats/b-7\nGET https://harbour.test/harbours/h-1/boats/b-7");
  expect(message?.body).toBeNull();
});

it("takes braces in a message of an image for a placeholder", () => {
  const found = readHttpMessage("PUT /boats/b-7/photo\nContent-Type: image/png\n\n{\n  <bytes of the photo>\n}", PLACE);
  expect(found[1]).toEqual([]);
});
