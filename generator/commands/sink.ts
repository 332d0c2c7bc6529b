import { terminalText } from "../util/visible.ts";

/** A stream of text, with the properties of its reader. */
export interface Stream {
  /** Resolves when the text is written; rejects with `EPIPE` when the reader has closed the stream. */
  write(text: string): Promise<void>;
  /** Whether the reader is a terminal, on which a line can be redrawn. */
  readonly terminal: boolean;
  readonly colour: boolean;
}

/** Where a command writes its output: names and texts of the docs cannot control the reader. */
export interface Sink extends Stream {
  /** Writes text of a format with its own escapes, or with colours: its unsafe characters are escaped already. */
  writeEscaped(text: string): Promise<void>;
}

/** Escapes what is written to a stream: text from the docs may contain commands for a terminal or a CI service. */
export function createSink(stream: Stream): Sink {
  return {
    terminal: stream.terminal,
    colour: stream.colour,
    write: (text) => stream.write(terminalText(text)),
    writeEscaped: (text) => stream.write(text),
  };
}
