/** What happens at the end of a body. */
export interface BodyEnd {
  /** Called after the last chunk, or when the reader cancels the body. */
  readonly release: () => void;
  /** Converts the error of a body that is incomplete. */
  readonly failure: (error: unknown) => Error;
}

/**
 * Returns a response whose body is still arriving, and reports the end of the body.
 *
 * @param response response to return
 * @param body body of the response
 * @param end receives the end of the body
 */
export function readingBody(
  response: Response,
  body: ReadableStream<Uint8Array>,
  end: BodyEnd,
): Response {
  const reader = body.getReader();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            controller.enqueue(value);
            return;
          }
        } catch (error) {
          throw end.failure(error);
        }
        end.release();
        controller.close();
      },
      async cancel(reason) {
        end.release();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers } = response;
  return new Response(stream, { status, statusText, headers });
}
