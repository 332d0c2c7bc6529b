import type { Relation } from "./shape.ts";
import type { Use } from "./uses.ts";
import type { Verdict } from "./model.ts";

/** The compiler refuses a program that compiled before. */
export function breaks(reason = ""): Verdict {
  return { class: "breaking", noticed: "compile", reason };
}

/** A program still compiles, and the service does not do what it did. */
export function breaksAtRun(reason: string): Verdict {
  return { class: "breaking", noticed: "run", reason };
}

/** There is more than before, and nothing less. */
export function adds(reason = ""): Verdict {
  return { class: "additive", noticed: null, reason };
}

/** Only a reader sees a difference. */
export function docs(reason = ""): Verdict {
  return { class: "docs", noticed: null, reason };
}

/**
 * Judges a changed value by who handles it: one that may be more than before breaks those who read it, one that may be
 * less breaks those who send it.
 */
export function judgeValue(relation: Relation, use: Use): Verdict {
  switch (relation) {
    case "same":
      return docs("the TypeScript type is the same");
    case "wider":
      return use.read ? breaks("what is read may be more than before") : adds("more is accepted than before");
    case "narrower":
      return use.write ? breaks("less is accepted than before") : adds("what is read is known better than before");
    case "other":
      return breaks();
  }
}
