import type { Entries } from "../entry.ts";

/** Diagnostics of linking pages to a model. */
export const apiEntries = {
  "symbol-defined-twice": {
    severity: "info",
    message: "Unexpected second page for {kind} {name}, expected one page; the two are merged",
    description: "Two pages define the same type or enum.",
    why: "Readers may find the wrong page, and the pages may contradict each other.",
    advice: "Keep one page and link to it from the other.",
    example: { page: "resources/sailor.md", ok: "microsoft.graph.sailor", notOk: "microsoft.graph.boat" },
  },
  "enum-name-shared": {
    severity: "info",
    message: "Unexpected second enum {name} without a common member, expected another name; {used} is used instead",
    description: "Two pages define enums that share nothing but their name.",
    why: "A service cannot have two enums of one name, so the name of one of them is different.",
    advice: "Use the name that the service has.",
  },
  "property-stated-twice": {
    severity: "warning",
    message: "Unexpected type {second} for {name}, expected {first} as stated earlier",
    description: "Two rows state different types for the same property.",
    why: "One of the two types is wrong; the first one is used.",
    advice: "Correct the wrong type.",
    example: {
      page: "resources/boat.md",
      ok: "in the water.|",
      notOk: "in the water.|\n|length|String|Length in metres.|",
    },
  },
  "property-type-shown": {
    severity: "warning",
    message: "Unexpected type {stated} for {name}, expected {shown} as in the examples",
    description: "Several examples show another type than the row of a property, and none confirms the row.",
    why: "The row is probably wrong; the type of the examples is used.",
    advice: "Correct the row, or the examples.",
  },
  "property-redeclared": {
    severity: "info",
    message: "Unexpected type {type} for {name}, expected {baseType} as in its base type {base}",
    description: "A derived type states a different type for a property of its base type.",
    why: "A derived type cannot change the type of an inherited property, so one of the two is wrong. Nothing is lost: the row is in the package with its own type, or with the enum of the base type in place of a string.",
    advice: "Remove the row from the derived type, or correct its type.",
  },
  "relationship-collection": {
    severity: "warning",
    message: "Unexpected single type for {name}, expected a collection as returned by the operation that lists it",
    description:
      "A relationship is a single object in the table, but the operation that lists it returns a collection.",
    why: "Callers would expect one object where the service returns a list.",
    advice: "Write `collection` after the type in the Relationships table.",
  },
  "body-needs-unclear": {
    severity: "info",
    message:
      'Unexpected exception from the required properties, expected a condition such as "if you include an X property"; all are optional',
    description: "A page calls the properties of a table required, with an exception that cannot be read.",
    why: "The types cannot say which properties a body needs, so they accept a body without them.",
    advice: "Name the property whose presence is the exception, or mark each row with `Required.` or `Optional.`.",
    example: {
      page: "api/boat-post.md",
      ok: "object.\n\n|Property",
      notOk:
        "object. The following table lists the properties that are required when you create a boat. For a raft, none of them is required.\n\n|Property",
    },
  },
  "key-undefined": {
    severity: "warning",
    message: "Unexpected keyProperty {key}, expected the name of a property of the type or its base type",
    description: "`keyProperty` does not name a property.",
    why: "The annotation and the table contradict each other. The table is used, so the type has no key of this name.",
    advice: "Set `keyProperty` to the name of a property of the type or its base type.",
    example: { page: "resources/boat.md", ok: 'graph.boat" }', notOk: 'graph.boat", "keyProperty": "number" }' },
  },
  "enum-list-longer": {
    severity: "warning",
    message:
      "Unexpected list of {count} values for {name}, expected only values of its definition; the longer list is used",
    description: "A description lists more values than the definition of the enum.",
    why: "The definition may lack values that the service returns.",
    advice: "Complete the Members table, or shorten the list.",
  },
  "enum-of-string": {
    severity: "info",
    message: "Unexpected String for {name} with the values of {type}, expected a link to {type}",
    description: "A String property has the same values as an enum.",
    why: "The property is a plain string, although a precise type exists.",
    advice: "Use the enum as the type, with a link to its page.",
  },
  "type-undefined": {
    severity: "warning",
    message: "Unexpected type {name}, expected a type that a page defines{suggestion}",
    description: "No page defines a type that is used.",
    why: "The type accepts any value, without completion or checks. Nothing is lost: the name is in the package, and the docs state nothing else about it.",
    advice: "Correct the name, or add a page that defines the type.",
    example: { page: "resources/boat.md", ok: "[sailor](sailor.md)", notOk: "[sailer](sailer.md)" },
  },
  "type-unreadable": {
    severity: "error",
    message: 'Unexpected type "{text}", expected a primitive type or the name of a resource or enum{suggestion}',
    description: "A type cell does not contain a type.",
    why: "The property accepts any value.",
    advice: "Write a primitive type such as String, or the name of a type with a link.",
    example: {
      page: "resources/boat.md",
      ok: "|length|Int32|Length in metres.|",
      notOk: "|length|a number, in metres|Length in metres.|\n|sailNumber|Strng|Number on the sail.|",
    },
  },
  "type-alternatives": {
    severity: "info",
    message:
      'Unexpected alternatives "{text}", expected one type; their common base type is used, or any JSON value for primitives',
    description: "A type cell names several types.",
    why: "A property has one type, so the common base type of the alternatives is used.",
    advice: "Name the base type.",
    example: {
      page: "resources/boat.md",
      ok: "[sailor](sailor.md) collection",
      notOk: "String or Int32",
    },
  },
  "type-alternatives-unrelated": {
    severity: "error",
    message: 'Unexpected alternatives "{text}" without a common base type, expected one type',
    description: "A type cell names several types that have no base type in common.",
    why: "A property has one type, so this one accepts any value.",
    advice: "Name one type, or give the alternatives a common base type.",
    example: {
      page: "resources/boat.md",
      ok: "[sailor](sailor.md) collection",
      notOk: "[sailor](sailor.md) or [boat](boat.md)",
    },
  },
  "enum-values-missing": {
    severity: "warning",
    message: 'Unexpected Enumeration without values for {name}, expected "Possible values are: …"',
    description: "A type cell says Enumeration, but no values are listed.",
    why: "The property is a plain string, without completion or checks. Nothing is lost: the row is read, and lists no values.",
    advice: 'List the values after "Possible values are:", or link to the enum.',
    example: { page: "resources/boat.md", ok: "|length|Int32|", notOk: "|length|Enumeration|" },
  },
  "enum-lists-differ": {
    severity: "info",
    message: "Unexpected values of {name} without {missing}, expected those of its definition",
    description: "A list of values is shorter than the definition of the enum.",
    why: "The list is outdated, or the property accepts fewer values. Nothing is lost: the definition is used.",
    advice: "Make both lists match the service, or replace the list with a link to the enum.",
  },
  "enum-values-undefined": {
    severity: "error",
    message:
      "Unexpected {surplus} in the values of {name}, expected only values of its definition, which is used; missing from the list: {missing}",
    description: "A list of values contains values that the definition of the enum lacks.",
    why: "The values are missing from the package, although the service may return them.",
    advice: "Add the values to the definition, or correct the list.",
  },
  "base-by-family": {
    severity: "info",
    message:
      "Unexpected type {name} without a base type, expected one; it has every property of {base} and is treated as its subtype",
    description: "A type without a base type has every property of another type.",
    why: "Without a base type, the type is not accepted where the other type is expected.",
    advice: "Name the base type in the annotation and in the text.",
  },
  "base-cycle": {
    severity: "error",
    message: "Unexpected base type {base} of {name}, expected a chain without a cycle; the base type is ignored",
    description: "A type is its own base type, directly or through other types.",
    why: "A cycle is not a valid inheritance chain, so the base type is ignored.",
    advice: "Correct the base type on one of the pages.",
    example: {
      page: "resources/boat.md",
      ok: 'graph.boat" }',
      notOk: 'graph.boat", "baseType": "microsoft.graph.boat" }',
    },
  },
  "base-conflict": {
    severity: "warning",
    message: "Unexpected base type {other} of {name}, expected {used} as in the annotation",
    description: "The text and the annotation name different base types.",
    why: "One of the two is wrong; the annotation is used.",
    advice: "Make the text and the annotation agree.",
  },
  "response-type-missing": {
    severity: "error",
    message: "Unexpected response without a known type, expected a sentence that links to the returned resource",
    description:
      "The example or the Response section shows an object, but does not name its type, or names an unknown one.",
    why: "The function returns an unknown value, without the properties that the page shows.",
    advice: "Name what is returned, with a link to the resource.",
  },
  "response-of-collection": {
    severity: "warning",
    message: "Unexpected single {type} as the response of {path}, expected a collection, of which a key addresses one",
    description: "A page states that the URL of a collection returns one object.",
    why: "A request without a key returns the whole collection. Callers would expect one object.",
    advice: "Add the key to the request, or state that the response is a collection.",
    example: { page: "api/boat-get.md", ok: "GET /boats/{boatId}\n", notOk: "GET /boats\n" },
  },
  "response-types-differ": {
    severity: "info",
    message: "Unexpected response type {other} in {where}, expected {used}",
    description: "The text and the example name different response types.",
    why: "One of the two is wrong: callers may read properties that do not exist.",
    advice: "Make the text and the annotation of the response agree.",
    example: {
      page: "api/boat-get.md",
      ok: '"response" }',
      notOk: '"response", "@odata.type": "microsoft.graph.sailor" }',
    },
  },
  "base-url-differs": {
    severity: "warning",
    message: "Unexpected host {host} in the examples of {pages}, expected {used} as on other pages",
    description: "The examples of some pages call another host than those of most pages.",
    why: "Anyone who copies the example sends the request, with its token, to another service.",
    advice: "Write the host of the service, or set `baseUrl` if the other host is the right one.",
    example: { page: "api/boat-get.md", ok: "graph.microsoft.com/v1.0/boats", notOk: "boats.example/v1.0/boats" },
  },
  "base-url-unclear": {
    severity: "error",
    message:
      "Unexpected base URL on few pages or without a majority: {found}; expected one that most examples call, or --base-url; the package has none",
    description: "The examples of the pages call several hosts, or only few pages call one.",
    why: "Clients send their tokens to the base URL, so it is not guessed: programs must state it.",
    advice: "Set `baseUrl` in the config file or with `--base-url`, or write complete URLs in the examples.",
  },
  "name-clash": {
    severity: "info",
    message: "Unexpected second use of the name {name}, expected a unique name; {used} is used instead",
    description: "Two operations would get the same function name.",
    why: "One of the two functions gets a longer, less obvious name.",
    advice: "Give the pages titles that distinguish the operations.",
  },
} as const satisfies Entries;
