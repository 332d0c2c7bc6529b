import type { EnumModel } from "../api/model.ts";
import { described, type Schema } from "./document.ts";

/** The member by which an enum says that it may get more. */
const EVOLVABLE = "unknownFutureValue";

function membersSchema(model: EnumModel): Schema {
  const members = [...new Map([...model.members].reverse().map((member) => [member.name, member])).values()].reverse();
  const descriptions = members.map((member) => member.description ?? "");
  const documented = descriptions.some((text) => text !== "") ? { "x-enum-descriptions": descriptions } : {};
  return { type: "string", enum: members.map((member) => member.name), ...documented };
}

/** Whether values other than the documented members may be read. */
function isOpen(model: EnumModel): boolean {
  return model.flags || model.members.some((member) => member.name === EVOLVABLE);
}

/** Values that are known, and any other text. */
export function openText(known: Schema): Schema {
  return { anyOf: [known, { type: "string" }] };
}

/** Schema of an enum: closed, or open where it can evolve or its values combine to comma-separated text. */
export function enumSchema(model: EnumModel): Schema {
  const members = model.members.length === 0 ? { type: "string" as const } : membersSchema(model);
  const flags = model.flags ? "Values combine: they travel as comma-separated text." : "";
  const text = [model.description, flags].filter((part) => part !== "").join("\n\n");
  return { ...(isOpen(model) ? openText(members) : members), ...described(text), "x-source": model.source.file };
}
