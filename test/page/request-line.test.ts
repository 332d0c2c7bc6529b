import { expect, it } from "vitest";
import { readPathParameters } from "../../generator/page/requests/placeholders.ts";
import { readRequestLine, splitRequestLine, splitUrl } from "../../generator/page/requests/request-line.ts";

const PLACE = { file: "api/page.md", line: 7, column: 1 };

const lines: readonly [line: string, ...want: readonly string[]][] = [
  ["GET /me", "GET /me"],
  ["  delete /me  ", "DELETE /me"],
  ["PATCH /me HTTP/1.1", "PATCH /me"],
  ["POST /users/{id | userPrincipalName}/sendMail", "POST /users/{id | userPrincipalName}/sendMail"],
  ["PUT me/photo", "PUT me/photo"],
  ["GET"],
  ["GETTING /me"],
  ["or"],
  [""],
  ["Content-Type: application/json"],
  ["// GET /me"],
  ["OPTIONS /me"],
  ["GET: /me"],
  // Alternatives.
  ["GET /me/boat or /users/{id}/boat", "GET /me/boat", "GET /users/{id}/boat"],
  ["GET /me/boat or GET /users/{id}/boat", "GET /me/boat", "GET /users/{id}/boat"],
  ["GET /boats/{id} | /me/boat", "GET /boats/{id}", "GET /me/boat"],
  ["GET /me/boat|GET /me/ship", "GET /me/boat", "GET /me/ship"],
  ["PUT /boats/{id} or POST /boats", "PUT /boats/{id}", "POST /boats"],
  ["PATCH | PUT /boats/{id}", "PATCH /boats/{id}", "PUT /boats/{id}"],
  ["PUT/PATCH /boats/{id}", "PUT /boats/{id}", "PATCH /boats/{id}"],
  ["or DELETE /boats/{id}", "DELETE /boats/{id}"],
  ["GET /boats/{id} or", "GET /boats/{id}"],
  ["GET /boats?$filter=length gt 3 or length lt 2", "GET /boats?$filter=length gt 3 or length lt 2"],
  ["GET /boats('red or /blue')", "GET /boats('red or /blue')"],
  // Optional parts.
  ["GET /boats/{id}[/mast]", "GET /boats/{id}", "GET /boats/{id}/mast"],
  [
    "GET /me[/boat]/mast[?tall=true]",
    "GET /me/mast",
    "GET /me/mast?tall=true",
    "GET /me/boat/mast",
    "GET /me/boat/mast?tall=true",
  ],
  ["GET /boats/{id[/mast]}", "GET /boats/{id[/mast]}"],
  ["GET /a[/b][/c][/d][/e]", "GET /a[/b][/c][/d][/e]"],
  // What is no part of the URL.
  ["GET\u00a0/me", "GET /me"],
  ["GET /me\u200b", "GET /me"],
  ["GET /me // the caller", "GET /me"],
];

it.each(lines)("splits the line '%s'", (line, ...want) => {
  expect(splitRequestLine(line).map(({ method, url }) => `${method} ${url}`)).toEqual(want);
});

const GRAPH = "https://graph.microsoft.com";
const urls: readonly [url: string, path: string, query: string | null, stray: string | null][] = [
  ["/me", "/me", null, null],
  ["policies/lockPolicies", "/policies/lockPolicies", null, null],
  ["/me/settings/", "/me/settings", null, null],
  ["/me/settings ", "/me/settings", null, null],
  [`${GRAPH}/v1.0/me`, "/me", null, null],
  [`${GRAPH}/v1/me`, "/me", null, null],
  [`${GRAPH}/V1.0/me`, "/me", null, null],
  [`${GRAPH}/beta/me`, "/me", null, null],
  [`${GRAPH}/me`, "/me", null, null],
  [GRAPH, "/", null, null],
  [`${GRAPH}/docs\\api/deviceManagement/x`, "/deviceManagement/x", null, `${GRAPH}/docs\\api`],
  [`${GRAPH}/docs/api/deviceManagement/x`, "/deviceManagement/x", null, `${GRAPH}/docs/api`],
  ["/v1.0/me", "/me", null, "/v1.0"],
  ["/beta/me", "/me", null, "/beta"],
  ["beta/me", "/me", null, "beta"],
  ["/betaTesters", "/betaTesters", null, null],
  ["~/piers/{pierId}", "/piers/{pierId}", null, "~"],
  ["/~/piers", "/~/piers", null, null],
  ["/~pierman/piers", "/~pierman/piers", null, null],
  ["/me\\messages", "/me/messages", null, ""],
  ["/me/messages?$top=5", "/me/messages", "$top=5", null],
  ["/me/view?start={start}&end={end}", "/me/view", "start={start}&end={end}", null],
  ["/me/messages?$filter={property} eq '{value}'", "/me/messages", "$filter={property} eq '{value}'", null],
  ["/x/$ref?$id=https://graph.microsoft.com/v1.0/users/{id}", "/x/$ref", `$id=${GRAPH}/v1.0/users/{id}`, null],
  ["/x/f(q='a?b')/y?z=1", "/x/f(q='a?b')/y", "z=1", null],
  ["/x/{a?}/y", "/x/{a?}/y", null, null],
  ["/drive/root:/{item-path}:/children", "/drive/root:/{item-path}:/children", null, null],
];

it.each(urls)("takes the URL %s apart", (url, path, queryText, stray) => {
  expect(splitUrl(url)).toEqual({ path, queryText, stray });
});

it("reads a path below the root of the service, and keeps the line as written", () => {
  const [requests, diagnostics] = readRequestLine("GET ~/piers/{pierId}", PLACE, new Set());
  expect(requests).toMatchObject([
    { path: "/piers/{pierId}", callable: true, parameters: [{ name: "pierId" }] },
    { path: "/~/piers/{pierId}", callable: false, parameters: [] },
  ]);
  expect(diagnostics).toMatchObject([{ code: "request-host", severity: "warning", place: PLACE }]);
});

it("reports what stands before a path", () => {
  const [[request], diagnostics] = readRequestLine(`GET ${GRAPH}/docs\\api/shelves/{id}`, PLACE, new Set());
  expect(request).toMatchObject({ method: "GET", path: "/shelves/{id}", source: PLACE });
  expect(diagnostics).toMatchObject([{ code: "request-host", severity: "warning", place: PLACE }]);
});

const faults: readonly [line: string, found: string, column: number][] = [
  ["GET /boats/{id}[mast]", '"["', 16],
  ["GET /boats/{id}[/mast]s", '"["', 16],
  ["GET /boats/{id}(/mast)", 'unclosed "("', 16],
  ["GET /boats/{boat-id/masts", 'unclosed "{"', 12],
  ["GET /boats/{boat-id/masts/{id}", 'unclosed "{"', 12],
  ["GET /boats/boat-id}/masts", '"}" without "{"', 19],
  ["GET /boats/<id/masts", 'unclosed "<"', 12],
  ["GET /boats(name='{name})", `unclosed "'"`, 17],
  ["GET /boats(name='{name}'/mast", 'unclosed "("', 11],
  ["GET /boats/{id})/mast", '")" without "("', 16],
  ["GET /boats/${id}/mast", '"$"', 12],
  ["GET /boats/{id}$ref", '"$"', 16],
  ["GET /boats/{id}, GET /me/boat", '","', 16],
  ["GET /boats/{id}, /me/boat", '","', 16],
  ["GET /boats/{id} GET /me/boat", "second URL", 17],
  ["GET /boats/{id} /me/boat", "second URL", 17],
  ["GET /boats/{id} (for captains)", "white space", 16],
  ["GET /boats/{id}/first mast", "white space", 22],
  ["GET /boats/\u2018red\u2019", '"\u2018"', 12],
  ["GET /boats/{id}/mast#top", '"#"', 21],
  ["GET /boats/{id}/`mast`", '"`"', 17],
  ["GET /boats/*", '"*"', 12],
  ["GET /boats//{id}", '"/"', 12],
  ["GET /boats/{id}/50%", '"%"', 19],
  ["GET /boats/{id}.", '"."', 16],
  ["GET /boats/{id}&$top=5", '"&"', 16],
  ["GET /boats?$top=5?$skip=1", 'second "?"', 18],
  ["GET /boats?[$top=5]", '"["', 12],
  ["GET /boats?$top=5&moored", 'query option "moored"', 19],
  ["GET /boats?moored:{Boolean}", 'query option "moored:{Boolean}"', 12],
  ["GET /boats/find(path=@p)", "alias @p without a value", 22],
  ["  GET /boats?$top=5 GET /boats", "second URL", 21],
  ["GET /me/boat or /boats/[id]", '"["', 24],
];

it.each(faults)("finds what no URL has in '%s'", (line, found, column) => {
  const [requests, diagnostics] = readRequestLine(line, PLACE, new Set());
  expect(requests.at(-1)?.callable).toBe(false);
  const url = requests.at(-1)?.path.slice(0, 5) ?? "";
  expect(diagnostics).toMatchObject([{ code: "request-line-unreadable", place: { ...PLACE, column } }]);
  expect(diagnostics[0]?.message).toContain(`Unexpected ${found} in "${url}`);
});

const callable: readonly string[] = [
  "/boats/{id | name}",
  "/boats/{id} | name/masts",
  "/boats/(boat-id)/masts",
  "/boats(name='{name}')/masts",
  "/boats(name='o''neill, [red]')",
  "/boats/resized(length={n}, width={n})",
  "/zones(kind=harbour.zone'{kind}')",
  "/drive/root:/{item path}:/children",
  "/boats/{id}/$ref?$id=https://harbour.example/v1.0/masts/{id}",
  "/boats?$filter={property} eq '{value}' and length gt 5&$top=5",
  "/boats?$filter=masts/any(m: m/id eq '{id}' and m/tall)&$expand=masts($filter=id eq '{id}')",
  '/boats?$search="red hull"',
  "/boats?name%20eq%20=1",
  "/boats?{options}",
  "/boats?",
  "/boats/find(path=@path)?@path='{path}'",
  "https://harbour.example/v1.0/boats/",
];

it.each(callable)("accepts the URL %s", (url) => {
  const [[request], diagnostics] = readRequestLine(`GET ${url}`, PLACE, new Set());
  expect(diagnostics).toEqual([]);
  expect(request?.callable).toBe(true);
});

/** Each parameter as `name=placeholder@form`. */
function show(path: string, documented: readonly string[] = []): string {
  const parameters = readPathParameters(path, new Set(documented));
  for (const { placeholder, offset, segment } of parameters) {
    expect(path.slice(offset, offset + placeholder.length)).toBe(placeholder);
    expect(path.split("/").slice(1)[segment]).toContain(placeholder.split("/")[0]);
  }
  return parameters.map(({ name, placeholder, form }) => `${name}=${placeholder}@${form}`).join(" ");
}

const paths: readonly [path: string, want: string][] = [
  // Keys.
  ["/users/{id}", "userId={id}@segment"],
  ["/users/{userId}", "userId={userId}@segment"],
  ["/teams/{team-id}/channels/{channel-id}", "teamId={team-id}@segment channelId={channel-id}@segment"],
  ["/tenants/{tenant id}", "tenantId={tenant id}@segment"],
  ["/users/{id | userPrincipalName}", "userIdOrUserPrincipalName={id | userPrincipalName}@segment"],
  ["/users/{id|userPrincipalName}", "userIdOrUserPrincipalName={id|userPrincipalName}@segment"],
  ["/workbook/tables/{id|name}", "tableIdOrName={id|name}@segment"],
  ["/users/{user-id} | user-principal-name/chats", "userIdOrUserPrincipalName={user-id} | user-principal-name@segment"],
  ["/teams/(team-id)/channels", "teamId=(team-id)@segment"],
  [
    "/boats/acdefc6b-2dc6-4e71-b1e9-6d9810ab1793/sails/CF6005FC-9E13-44A2-A6AC-A53322006454",
    "boatId=acdefc6b-2dc6-4e71-b1e9-6d9810ab1793@segment sailId=CF6005FC-9E13-44A2-A6AC-A53322006454@segment",
  ],
  ["/boats/acdefc6b-2dc6-4e71-b1e9-6d9810ab179/sails", ""],
  ["/worksheets/<name>/charts", "worksheetName=<name>@segment"],
  ["/directoryRoles/roleTemplateId={roleTemplateId}", "roleTemplateId={roleTemplateId}@segment"],
  ["/birds(ring='{ring}')", "ring={ring}@quoted"],
  ["/places/microsoft.graph.room/{id}", "roomId={id}@segment"],
  ["/categories/{id}", "categoryId={id}@segment"],
  // The same placeholder twice.
  ["/units/{id}/members/{id}/$ref", "unitId={id}@segment memberId={id}@segment"],
  ["/profiles/{profileId}/assignments/{profileId}", "profileId={profileId}@segment assignmentId={profileId}@segment"],
  ["/folders/{id}/folders/{id}", "folderId={id}@segment folderFolderId={id}@segment"],
  ["/a/{id}/{id}", "aId={id}@segment id2={id}@segment"],
  // File paths.
  ["/drive/root:/{item-path}:/children", "itemPath={item-path}@filePath"],
  ["/sites/{hostname}:/{server-path}", "hostname={hostname}@segment serverPath={server-path}@filePath"],
  // Function arguments.
  ["/reports/getMail(period='{period_value}')", "period={period_value}@quoted"],
  ["/reports/getMail(date={date_value})", "date={date_value}@literal"],
  ["/range(address='<address>')", "address=<address>@quoted"],
  ["/range(<address>)/format", "address=<address>@segment"],
  ["/tables/columnsAfter(count=n)", "count=n@literal"],
  ["/view(start=start-value,end=end-value)", "start=start-value@literal end=end-value@literal"],
  ["/resized(deltaRows={n}, deltaColumns={n})", "deltaRows={n}@literal deltaColumns={n}@literal"],
  ["/zones(TimeZoneStandard=microsoft.graph.zone'{format}')", "timeZoneStandard={format}@quoted"],
  ["/rows/itemAt(index={index})", "index={index}@literal"],
  // What is fixed.
  ["/reviews/filterByCurrentUser(on='reviewer')", ""],
  ["/chart/image(width=640,fit=true)", ""],
  ["/me/messages/$count", ""],
];

it.each(paths)("names the placeholders of %s", (path, want) => {
  expect(show(path)).toBe(want);
});

const aliases: readonly [url: string, want: string][] = [
  ["/boats/find(path=@p)?@p='{path}'", "path={path}@quoted @p 4"],
  ["/boats/{path}/find(path=@p)?@p='{path}'", "path={path}@segment findPath={path}@quoted @p 4"],
  ["/boats/seen(from=@from,to=@to)?@from={from}&@to={to}&$top=1", "from={from}@literal @from 6 to={to}@literal @to 17"],
  ["/boats/find(path=@p)?$top=1&@p='a/b.txt'", "path=a/b.txt@quoted @p 11"],
  ["/boats?@p='{path}'", ""],
];

it.each(aliases)("names the aliases of %s", (url, want) => {
  const [[request], diagnostics] = readRequestLine(`GET ${url}`, PLACE, new Set());
  const found = (request?.parameters ?? []).map(({ name, placeholder, form, alias, offset }) => {
    const text = `${name}=${placeholder}@${form}`;
    return alias === undefined ? text : `${text} ${alias} ${String(offset)}`;
  });
  expect(diagnostics).toEqual([]);
  expect(found.join(" ")).toBe(want);
});

const documented: readonly [path: string, names: readonly string[], want: string][] = [
  ["/reviews/filterBy(on='reviewer')", ["on"], "on=reviewer@quoted"],
  ["/chart/image(width=640,fit='fill')", ["width", "fit"], "width=640@literal fit=fill@quoted"],
  ["/seats/free(since=2020-01-01)", ["since"], "since=2020-01-01@literal"],
  ["/range(address='')", ["address"], ""],
];

it.each(documented)("takes the samples of documented arguments in %s for placeholders", (path, names, want) => {
  expect(show(path, names)).toBe(want);
});
