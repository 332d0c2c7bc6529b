/** An `error` loses or contradicts a fact, a `warning` was repaired, an `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

/** A change to the sample docs in `test/fixtures`, which is the test of an entry and the example on its docs page. */
export interface Example {
  /** Path of the changed page from the docs folder. */
  readonly page: string;
  /** Text of the page that is not reported. */
  readonly ok: string;
  /** The text that replaces it and is reported. */
  readonly notOk: string;
}

/** One kind of diagnostic, with all texts that explain it. */
export interface Entry<Message extends string = string> {
  readonly severity: Severity;
  /** "Unexpected X, expected Y", with `{name}` in place of each parameter. */
  readonly message: Message;
  /** The reported fault, in one sentence. */
  readonly description: string;
  /** Why it matters. */
  readonly why: string;
  /** How to fix it. */
  readonly advice: string;
  readonly example?: Example;
}

/** Entries by their codes. */
export type Entries = Readonly<Record<string, Entry>>;

type ParamName<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamName<Rest>
  : never;

/** A value for each parameter of a message. */
export type Params<Message extends string> = { readonly [Name in ParamName<Message>]: string | number };

/** Inserts the parameters into a message. */
export function formatMessage(message: string, params: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
}
