import type { LinkContext } from "../link-context.ts";
import { ancestors } from "../link/ancestors.ts";

/** The description of a property whose type has the properties that callers choose. */
const BAG = /^(?:an?\s+|the\s+)?(?:open\s+)?property\s+bag\b/i;

/** Marks types as open that a row calls a property bag and whose own page names no properties. */
export function openPropertyBags(context: LinkContext): void {
  for (const { properties } of context.types.values()) {
    for (const { description, type } of properties.values()) {
      const draft = BAG.test(description) ? context.types.get(type.toLowerCase()) : undefined;
      if (draft?.properties.size === 0) draft.open = true;
    }
  }
}

/** Marks the subtypes of open types as open: an OData type that derives from an open type is open as well. */
export function spreadOpen(context: LinkContext): void {
  const isOpen = (id: string) => {
    const base = context.types.get(id.toLowerCase());
    // A type without a page is open only because nothing is known about it.
    return base !== undefined && base.open && !base.inferred;
  };
  for (const draft of context.types.values()) {
    if (ancestors(context, draft.symbol.id).some(isOpen)) draft.open = true;
  }
}
