/**
 * What differs on the wire from release to release of MindSpore Serving. Releases of one group answer alike:
 * A is 1.1; B is 1.2; C is 1.3 and 1.4; D is 1.5 to 2.0. From 2.1 on there is no gRPC service.
 */

import type { InstancesField } from "../../wire/index.ts";

export type ReleaseGroup = "A" | "B" | "C" | "D";

export interface ReleaseRules {
  group: ReleaseGroup;
  /** Field number of `PredictRequest.instances`; it moved in release 1.3. */
  instancesField: InstancesField;
  /** Error code of a request that is refused as a whole: 1 FAILED, from 1.3 on 2 INVALID_INPUTS. */
  refusedCode: 1 | 2;
  /** Error code of a request in order for a servable without a live worker: the former, from 1.5 on 5 SERVABLE_UNAVAILABLE. */
  noWorkerCode: 1 | 2 | 5;
  /** Error code of an instance whose Python function raised: 2, from 1.5 on 3 SYSTEM_ERROR. */
  functionFailedCode: 2 | 3;
  /** Whether a reply that refuses the whole request has the request's servable_spec. */
  echoesRefusedSpec: boolean;
  /** Whether instances that all failed with one code and text are answered with one error without instances. */
  mergesEqualErrors: boolean;
  /** Whether error texts above 384 bytes are cut in the middle. */
  cutsTexts: boolean;
}

const RULES: Readonly<Record<ReleaseGroup, ReleaseRules>> = {
  A: {
    group: "A",
    instancesField: 3,
    // 1 is the code of a master and worker in one process; apart, some of these would be 2.
    refusedCode: 1,
    noWorkerCode: 1,
    functionFailedCode: 2,
    echoesRefusedSpec: false,
    mergesEqualErrors: false,
    cutsTexts: false,
  },
  B: {
    group: "B",
    instancesField: 3,
    refusedCode: 1,
    noWorkerCode: 1,
    functionFailedCode: 2,
    echoesRefusedSpec: true,
    mergesEqualErrors: false,
    cutsTexts: false,
  },
  C: {
    group: "C",
    instancesField: 2,
    refusedCode: 2,
    noWorkerCode: 2,
    functionFailedCode: 2,
    echoesRefusedSpec: true,
    mergesEqualErrors: true,
    cutsTexts: false,
  },
  D: {
    group: "D",
    instancesField: 2,
    refusedCode: 2,
    noWorkerCode: 5,
    functionFailedCode: 3,
    echoesRefusedSpec: true,
    mergesEqualErrors: true,
    cutsTexts: true,
  },
};

const GROUPS: Readonly<Record<string, ReleaseGroup>> = {
  "1.1": "A",
  "1.2": "B",
  "1.3": "C",
  "1.4": "C",
  "1.5": "D",
  "1.6": "D",
  "1.7": "D",
  "1.8": "D",
  "1.9": "D",
  "2.0": "D",
};

/** The releases that a worker can answer as, oldest first. */
export const RELEASES: readonly string[] = Object.keys(GROUPS);

/**
 * The rules of a release such as `"1.5"`.
 * @throws RangeError for a release that has no gRPC service or does not exist
 */
export function rulesOf(release: string): ReleaseRules {
  if (!Object.hasOwn(GROUPS, release)) {
    throw new RangeError(
      `The worker can't answer as release ${JSON.stringify(release)}: choose one of ${RELEASES.join(", ")}.`,
    );
  }
  return RULES[GROUPS[release]!];
}
