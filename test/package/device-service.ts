import { json, startService, type Answer, type Received, type Service } from "../support/service.ts";

/** What a run of the program against the service gives. */
export const EXPECTED_REPORT = {
  serialNumbers: ["S-1", "S-2", "S-4"],
  updated: { id: "d1", groupTag: "Sales-North", displayName: "Kiosk 7", newInTheService: { kept: true } },
  targets: ["for group g1", "not collection c1", "for #microsoft.graph.allDevicesAssignmentTarget", "for somebody"],
  failure: [
    "getWindowsAutopilotDeviceIdentity",
    "404",
    "ResourceNotFound",
    "getWindowsAutopilotDeviceIdentity: There is no such device. (404 ResourceNotFound)",
    "r-1",
  ].join(" | "),
  scopes: ["DeviceManagementConfiguration.Read.All", "DeviceManagementConfiguration.ReadWrite.All"],
};

const DEVICES = "/v1.0/deviceManagement/windowsAutopilotDeviceIdentities";
const TYPE = "#microsoft.graph";

const ASSIGNMENTS = {
  value: [
    { id: "1", intent: "apply", target: { "@odata.type": `${TYPE}.groupAssignmentTarget`, groupId: "g1" } },
    {
      id: "2",
      intent: "remove",
      target: { "@odata.type": `${TYPE}.configurationManagerCollectionAssignmentTarget`, collectionId: "c1" },
    },
    { id: "3", intent: "apply", target: { "@odata.type": `${TYPE}.allDevicesAssignmentTarget` } },
    { id: "4", intent: "apply", target: { "@odata.type": `${TYPE}.targetOfTomorrow` } },
  ],
};

function answer(request: Received, origin: string): Answer {
  const { method, url, body } = request;
  if (request.headers.authorization !== "Bearer secret") return json({ error: { code: "NoToken" } }, 401);
  switch (`${method} ${url}`) {
    case `GET ${DEVICES}?$top=2`:
      return json({
        value: [{ serialNumber: "S-1" }, { serialNumber: "S-2", enrollmentState: "enrolled" }],
        "@odata.nextLink": `${origin}${DEVICES}?$top=2&$skiptoken=2`,
      });
    case `GET ${DEVICES}?$top=2&$skiptoken=2`:
      return json({ value: [{ serialNumber: "S-3", enrollmentState: "blocked" }, { serialNumber: "S-4" }] });
    case `PATCH ${DEVICES}/d1`:
      return json({ id: "d1", ...Object(JSON.parse(body)), newInTheService: { kept: true } });
    case "GET /v1.0/deviceManagement/deviceConfigurations/c1/assignments":
      return json(ASSIGNMENTS);
    case `GET ${DEVICES}/no%20such%2Fdevice`:
      return json({ error: { code: "ResourceNotFound", message: "There is no such device." } }, 404, {
        "request-id": "r-1",
      });
    default:
      return json({ error: { code: "UnknownRequest", message: `${method} ${url}` } }, 400);
  }
}

/** A service, a page that runs a script, and where the script reports to. */
export interface DeviceService extends Service {
  /** What the script on the page found. */
  readonly reported: Promise<string>;
}

/**
 * Starts the service that the program talks to.
 *
 * @param script what the page at `/` runs
 */
export async function startDeviceService(script: string): Promise<DeviceService> {
  let report: (text: string) => void = () => undefined;
  const reported = new Promise<string>((resolve) => {
    report = resolve;
  });
  const service = await startService((request): Answer => {
    if (request.url.startsWith("/v1.0/")) return answer(request, `http://${request.headers.host ?? ""}`);
    if (request.url === "/report") report(request.body);
    if (request.url === "/program.js") return { headers: { "content-type": "text/javascript" }, body: script };
    if (request.url !== "/") return { status: 404 };
    return {
      headers: { "content-type": "text/html" },
      body: '<!doctype html><script type="module" src="program.js"></script>',
    };
  });
  return { ...service, reported };
}
