import type { PageRule, SiteRule } from "./model.ts";
import { bodyTypeDiffers } from "./rules/body-type-differs.ts";
import { contentLengthWrong } from "./rules/content-length-wrong.ts";
import { docTypeDiffers } from "./rules/doc-type-differs.ts";
import { enumMemberTwice } from "./rules/enum-member-twice.ts";
import { exampleMethodDiffers } from "./rules/example-method-differs.ts";
import { exampleStatusDiffers } from "./rules/example-status-differs.ts";
import { exampleUrlDiffers } from "./rules/example-url-differs.ts";
import { frontMatterMissing } from "./rules/front-matter-missing.ts";
import { headingLevelSkipped } from "./rules/heading-level-skipped.ts";
import { headingMisspelt } from "./rules/heading-misspelt.ts";
import { linkAnchorMissing } from "./rules/link-anchor-missing.ts";
import { linkBackslash } from "./rules/link-backslash.ts";
import { linkCase } from "./rules/link-case.ts";
import { linkPageMissing } from "./rules/link-page-missing.ts";
import { methodWithoutOperation } from "./rules/method-without-operation.ts";
import { namespaceMissing } from "./rules/namespace-missing.ts";
import { odataTypeMissing } from "./rules/odata-type-missing.ts";
import { operationUnlinked } from "./rules/operation-unlinked.ts";
import { permissionMisspelt } from "./rules/permission-misspelt.ts";
import { permissionNameInvalid } from "./rules/permission-name-invalid.ts";
import { permissionTwice } from "./rules/permission-twice.ts";
import { placeholderTwice } from "./rules/placeholder-twice.ts";
import { placeholderUndocumented } from "./rules/placeholder-undocumented.ts";
import { propertyRowTwice } from "./rules/property-row-twice.ts";
import { propertyWithoutDescription } from "./rules/property-without-description.ts";
import { requestBodyMissing } from "./rules/request-body-missing.ts";
import { requestBodyUnexpected } from "./rules/request-body-unexpected.ts";
import { requestLineTwice } from "./rules/request-line-twice.ts";
import { requestTwice } from "./rules/request-twice.ts";
import { responseBodyMissing } from "./rules/response-body-missing.ts";
import { responseBodyUnexpected } from "./rules/response-body-unexpected.ts";
import { responseCollectionDiffers } from "./rules/response-collection-differs.ts";
import { sectionMissing } from "./rules/section-missing.ts";
import { sectionTwice } from "./rules/section-twice.ts";
import { sketchMemberMissing } from "./rules/sketch-member-missing.ts";
import { sketchTypeDiffers } from "./rules/sketch-type-differs.ts";
import { tableEmpty } from "./rules/table-empty.ts";
import { tableRowMissing } from "./rules/table-row-missing.ts";
import { titleCount } from "./rules/title-count.ts";
import { todoLeft } from "./rules/todo-left.ts";
import { typeLinkDiffers } from "./rules/type-link-differs.ts";
import { typeUnlinked } from "./rules/type-unlinked.ts";

/** Rules that need one page alone. */
export const PAGE_RULES: readonly PageRule[] = [
  contentLengthWrong,
  docTypeDiffers,
  enumMemberTwice,
  exampleMethodDiffers,
  exampleStatusDiffers,
  exampleUrlDiffers,
  frontMatterMissing,
  headingLevelSkipped,
  headingMisspelt,
  linkBackslash,
  namespaceMissing,
  permissionNameInvalid,
  permissionTwice,
  placeholderTwice,
  placeholderUndocumented,
  propertyRowTwice,
  propertyWithoutDescription,
  requestBodyMissing,
  requestBodyUnexpected,
  requestLineTwice,
  responseBodyMissing,
  responseBodyUnexpected,
  responseCollectionDiffers,
  sectionMissing,
  sectionTwice,
  sketchMemberMissing,
  sketchTypeDiffers,
  tableEmpty,
  titleCount,
  todoLeft,
  typeUnlinked,
];

/** Rules that hold pages against each other. */
export const SITE_RULES: readonly SiteRule[] = [
  bodyTypeDiffers,
  linkAnchorMissing,
  linkCase,
  linkPageMissing,
  methodWithoutOperation,
  odataTypeMissing,
  operationUnlinked,
  permissionMisspelt,
  requestTwice,
  tableRowMissing,
  typeLinkDiffers,
];
