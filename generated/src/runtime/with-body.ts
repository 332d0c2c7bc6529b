/**
 * Copies a response with another body. Its reason phrase lacks what a new response cannot have.
 *
 * @param response response whose status is between 200 and 599
 * @param body body of the copy; null for none
 */
export function withBody(response: Response, body: ReadableStream | ArrayBuffer | null): Response {
  const { status, headers } = response;
  const statusText = response.statusText.replace(/[^\t -~\x80-\xff]/g, "");
  return new Response(body, { status, statusText, headers });
}
