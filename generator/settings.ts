/** Everything a run needs to know, complete, before any stage starts. */
export interface Settings {
  /** Folder that holds `api/` and `resources/`, absolute. */
  readonly docs: string;
  /** Folder that includes may come from, absolute; `docs` or a folder above it. */
  readonly root: string;
  /** Folder of the generated package, absolute. */
  readonly out: string;
  /** Base URL of the service, or null to take what the examples use most. */
  readonly baseUrl: string | null;
  /** Name and version of the generated package. */
  readonly packageName: string;
  readonly packageVersion: string;
  /** Error-level diagnostics fail `generate`. */
  readonly strict: boolean;
}
