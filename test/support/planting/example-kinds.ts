import { kindsOf } from "./kind.ts";
import { requestsOf, examplesOf, sentOf, answerOf } from "./operation-places.ts";
import {
  bodyOf,
  cut,
  edit,
  fenceOf,
  findLine,
  insertAfter,
  replaceAt,
  sectionOf,
  type Fence,
  type Lines,
} from "./text.ts";

/** How most pages begin to say what a body is. */
const SUPPLY = /^In the request body, supply/;

/** Mistakes in the examples of an operation's page, beside those that the compiler finds. */
export const exampleKinds = kindsOf("operation", [
  [
    "method of another request",
    "example-method-differs",
    ({ lines }) =>
      edit(lines, sentOf(lines)?.first ?? -1, (line) =>
        line.replace(/^(?:POST|PATCH)(?= )/, "PUT").replace(/^DELETE(?= )/, "POST"),
      ),
  ],
  [
    "status of another answer",
    "example-status-differs",
    ({ lines }) =>
      edit(lines, answerOf(lines)?.first ?? -1, (line) =>
        line.replace(/200 OK|201 Created/, (status) => (status === "200 OK" ? "201 Created" : "200 OK")),
      ),
  ],
  [
    "segment with a slip",
    "example-url-differs",
    ({ lines }) => {
      const documented = lines[requestsOf(lines)?.first ?? -1] ?? "";
      const segment = /^\w+ \/(\w{8,})/.exec(documented)?.[1] ?? "none";
      return edit(lines, sentOf(lines)?.first ?? -1, (line) =>
        line.replace(`/${segment}`, `/${segment.slice(0, 4)}${segment.slice(5)}`),
      );
    },
  ],
  [
    "stray folder in the URL",
    "example-host",
    ({ lines }) =>
      edit(lines, sentOf(lines)?.first ?? -1, (line) => line.replace(/\.com\/v1\.0(?=\/)/, ".com/docs\\api")),
  ],
  [
    "length that cannot be",
    "content-length-wrong",
    ({ lines }) => {
      const fence = answerOf(lines);
      if (bodyOf(lines, fence) === null || fence === null) return null;
      return findLine(lines, /^content-length/i, [fence.first, fence.close]) === -1
        ? insertAfter(lines, fence.first, "Content-Length: 7")
        : null;
    },
  ],
  [
    "request without its body",
    "request-body-missing",
    ({ lines }) => {
      const fence = sentOf(lines);
      const body = bodyOf(lines, fence);
      return body === null || fence === null || findLine(lines, SUPPLY) === -1
        ? null
        : cut(lines, body[0], body[1] + 1, fence.first + 1);
    },
  ],
  [
    "body that the page forbids",
    "request-body-unexpected",
    ({ lines }) => {
      const fence = sentOf(lines);
      if (fence === null || findLine(lines, /^Do not supply a request body/i) === -1 || fence.close - fence.first !== 1)
        return null;
      const added = [lines[fence.first] ?? "", "Content-Type: application/json", "", "{ }"];
      return { lines: replaceAt(lines, fence.first, ...added), line: fence.first + 1 };
    },
  ],
  [
    "answer without its body",
    "response-body-missing",
    ({ lines }) => {
      const fence = answerOf(lines);
      const body = bodyOf(lines, fence);
      const isTyped =
        findLine(lines, /`20[01] \w+`.*\]\(\.\.\/resources\/[\w-]+\.md\)/, sectionOf(lines, /^## Response\s*$/)) !== -1;
      return body === null || fence === null || !isTyped ? null : cut(lines, body[0], body[1] + 1, fence.first + 1);
    },
  ],
  [
    "body of an answer without content",
    "response-body-unexpected",
    ({ lines }) => {
      const fence = fenceOf(lines, /^HTTP\/1\.1 204/, examplesOf(lines));
      if (fence === null || fence.close - fence.first !== 1) return null;
      return {
        lines: replaceAt(lines, fence.first, lines[fence.first] ?? "", "Content-Type: application/json", "", "{ }"),
        line: fence.first + 1,
      };
    },
  ],
  [
    "text of one where the example has many",
    "response-collection-differs",
    ({ lines }) => {
      const index = findLine(
        lines,
        /^If successful.* collection of \[\w+\]\(\S+\.md\) objects\b/i,
        sectionOf(lines, /^## Response\s*$/),
      );
      const planted = edit(lines, index, (line) =>
        line.replace(/(?:a )?collection of (\[\w+\]\(\S+\.md\)) objects/, "one $1 object"),
      );
      const fence = answerOf(lines);
      return planted === null || fence === null || bodyOf(lines, fence) === null
        ? null
        : { ...planted, line: fence.first + 1 };
    },
  ],
  [
    "JSON that does not parse",
    "example-json-invalid",
    ({ lines }) => edit(lines, memberOf(lines, answerOf(lines)), (line) => line.replace(/",?$/, '" "more",')),
  ],
  [
    "JSON with a comma too many",
    "example-json-lenient",
    ({ lines }) => {
      const body = bodyOf(lines, answerOf(lines));
      const last = body === null ? -1 : body[1] - 1;
      return edit(lines, last, (line) => line.replace(/(["\d}\]])$/, "$1,"));
    },
  ],
]);

/** A member on a line of its own with a text as its value. */
function memberOf(lines: Lines, fence: Fence | null): number {
  const body = bodyOf(lines, fence);
  return body === null ? -1 : findLine(lines, /^\s+"\w+": "[^"]*",$/, body);
}
