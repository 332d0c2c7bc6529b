import type { EnumModel } from "../../api/model.ts";
import { FUTURE_MEMBER } from "../../util/odata.ts";
import { visibleText } from "../../util/visible.ts";
import { described, type Schema } from "../model.ts";

function membersSchema(model: EnumModel): Schema {
  const members = [...new Map([...model.members].reverse().map((member) => [member.name, member])).values()].reverse();
  const descriptions = members.map((member) => visibleText(member.description ?? ""));
  const documented = descriptions.some((text) => text !== "") ? { "x-enum-descriptions": descriptions } : {};
  return { type: "string", enum: members.map((member) => member.name), ...documented };
}

/** Whether the service may send values other than the documented members. */
function isOpen(model: EnumModel): boolean {
  return model.flags || model.members.some((member) => member.name === FUTURE_MEMBER);
}

/** Schema of text for which some values are documented, and others are allowed. */
export function openText(documented: Schema): Schema {
  return { anyOf: [documented, { type: "string" }] };
}

/** Schema of an enum; it is open if the enum can evolve or its values can be combined. */
export function enumSchema(model: EnumModel): Schema {
  const members = model.members.length === 0 ? { type: "string" as const } : membersSchema(model);
  const flags = model.flags
    ? "Values can be combined; the service sends and accepts them as comma-separated text."
    : "";
  const text = [model.description, flags].filter((part) => part !== "").join("\n\n");
  return { ...(isOpen(model) ? openText(members) : members), ...described(text), "x-source": model.source.file };
}
