# What the evaluation rules say: outcomes, reasons, remarks, blocking rows, level cases.
# Library crates hand over a code and arguments; the sentence is made here.

## Outcomes for a component (IEC 62443-4-2)

outcome-confirmed = The declared SL-C is confirmed: the component itself meets every claimed requirement.
outcome-confirmed-with-integration = The claim is met only with system integration in { $frs }. The native SL-C vector stands beside it and is lower there.
outcome-below-declared = The claim is not met in { $frs }. The confirmed levels are lower than the declared ones.
outcome-below-declared-with-integration = In { $frs } the claim is met only with system integration.
outcome-not-confirmed = No SL-C is confirmed.
outcome-unfinished = The evaluation is not finished, so there is no conclusion.

## Outcomes for a service provider (IEC 62443-2-4)

outcome-provider-positive = Every requirement is passed or justified as not applicable.
outcome-provider-positive-limited = What was evaluated is passed. The statement is limited: see the rows that were not evaluated and the open minor findings.
outcome-provider-not-positive = No positive statement is possible.
outcome-provider-unfinished = The evaluation is not finished, so there is no conclusion.

## Reasons behind an outcome: what stands in the way, then what to do

outcome-why-constraint-failed = { $subject }: the common constraint is not fulfilled.
outcome-why-constraint-failed-do = A component that breaks a common constraint has no SL-C. Evaluate the constraint again once the component is changed.
outcome-why-activity-failed = { $subject }: the evaluation activity failed.
outcome-why-activity-failed-do = Repeat the activity when its cause is removed; the first result stays in the trail.
outcome-why-open-major = { $subject }: the major finding { $finding } is open.
outcome-why-open-major-do = Close the finding after verifying the correction, or take the row out of the claim.
outcome-why-row-failed = { $subject }: the requirement fails, and no accepted plan covers it.
outcome-why-row-failed-do = Evaluate the row again after correction, or accept the plan of a minor finding.
outcome-why-row-not-evaluated = { $row }: there is no verdict.
outcome-why-row-not-evaluated-do = Record a verdict.
outcome-why-row-inconclusive = { $subject }: the verdict is inconclusive.
outcome-why-row-inconclusive-do = Get the missing evidence and decide, or let the evaluation end without confirmation.
outcome-why-fulfilment-missing = { $subject }: the row is fulfilled, but it is not recorded whether by the component or by system integration.
outcome-why-fulfilment-missing-do = Record the fulfilment mode.
outcome-why-contradiction = { $subject }: the enhancement has a verdict, although its base { $base } is not applicable.
outcome-why-contradiction-do = Record the enhancement as not applicable, or decide the base again.
outcome-why-activity-open = { $subject }: the evaluation activity has no verdict.
outcome-why-activity-open-do = Carry the activity out in the order of the method and record its verdict.
outcome-why-activity-inconclusive = { $subject }: the evaluation activity is inconclusive.
outcome-why-activity-inconclusive-do = Get what is missing and decide; until then the evaluation is unfinished.
outcome-why-no-activities = The checklist holds no evaluation activities.
outcome-why-no-activities-do = Use a checklist with the activities of the method.
outcome-why-no-requirements = The checklist holds no common constraints.
outcome-why-no-requirements-do = Use a complete checklist for IEC 62443-4-2.
outcome-why-no-component-type = No component type is claimed.
outcome-why-no-component-type-do = Claim one or more of SAR, EDR, HDR and NDR.
outcome-why-nothing-claimed = The claim selects no requirement.
outcome-why-nothing-claimed-do = Declare a level of 1 or more for a foundational requirement, or list requirements.
outcome-why-declared-out-of-range = { $subject }: the declared level { $level } does not exist.
outcome-why-declared-out-of-range-do = Declare a level from 0 to 4.
outcome-why-listed-row-unusable = { $subject }: the claim lists it, but it cannot be claimed for this component.
outcome-why-listed-row-unusable-do = Correct the list; the remark on { $subject } says why.
outcome-why-base-not-claimed = { $subject }: its base { $base } is not in the claimed list.
outcome-why-base-not-claimed-do = Add { $base } to the claim, or take the enhancement out.
outcome-why-plan-not-accepted = { $subject }: the minor finding { $finding } is open without an accepted plan.
outcome-why-plan-not-accepted-do = Accept a plan of corrective action, or close the finding.
outcome-why-requirement-without-row = { $subject }: the requirement has no row at all.
outcome-why-requirement-without-row-do = Record a verdict; N/E with a reason if it is outside the scope.
outcome-why-rows-conflict = { $row }: the row is recorded twice with different content.
outcome-why-rows-conflict-do = Decide which of the two holds and record it.
outcome-why-ml-missing = { $row }: the row is passed, but no maturity level from 1 to 4 is recorded.
outcome-why-ml-missing-do = Record the evaluated maturity level.
outcome-why-nothing-passed = No row is passed, so there is nothing to state.
outcome-why-nothing-passed-do = Check the scope of the evaluation.

## Remarks

remark-re-without-base = { $requirement }: the enhancement is met, but its base { $base } is { $verdict ->
        [not_fulfilled] not fulfilled
        [inconclusive] inconclusive
        [fail] failed
       *[not_evaluated] not evaluated
    }. An enhancement never counts without its base.
remark-re-under-na-base = { $requirement }: the enhancement has a verdict, although its base { $base } is not applicable.
remark-out-of-scope = { $requirement }: the row belongs to a component type that is not claimed ({ $types }). It does not count.
remark-heading-not-assessable = { $requirement }: this is a heading without a requirement of its own. Nothing can be assessed here.
remark-unknown-requirement = { $requirement }: the checklist has no such requirement. It does not count.
remark-fulfilment-missing = { $requirement }: fulfilled, but not recorded by what. It does not count as met by the component.
remark-no-component-type = No component type is claimed, so no requirement is selected.
remark-vacuous-level = { $requirement }: level { $level } rests on rows that are not applicable alone; nothing was shown to be fulfilled.
remark-declared-out-of-range = { $requirement }: the declared level { $level } does not exist.
remark-brought-row-not-applicable = { $requirement }: the row applies, so { $other } applies too, but that one is recorded as not applicable.
remark-needed-row-not-applicable = { $requirement }: the row has a verdict, but { $other }, on which it depends, is not applicable.
remark-constraint-not-applicable = { $requirement }: a common constraint is recorded as not applicable. It binds every component.
remark-base-not-in-list = { $requirement }: the claimed list names the enhancement without its base { $base }.
remark-listed-twice = { $requirement }: the claimed list names it more than once. It counts once.
remark-activity-out-of-order = { $requirement }: the activity has a verdict while the earlier { $earlier } is open.
remark-unknown-activity = { $requirement }: the checklist has no such evaluation activity. It does not count.
remark-open-major-outside-claim = { $requirement }: the major finding { $finding } is open on a row outside the claim. It is reported and does not block the conclusion.
remark-below-declared-ml = { $row }: evaluated at ML { $evaluated }, declared ML { $declared }. The claim is lowered to ML { $evaluated }.
remark-ml-out-of-range = { $row }: the maturity level { $level } does not exist. Levels are 1 to 4.
remark-duplicate-row = { $row }: the same row is recorded twice. It counts once.
remark-conflicting-rows = { $row }: the row is recorded twice with different content. Neither counts.
remark-no-row-for-role = { $requirement }: there is no row for the role { $role }.
remark-partly-evaluated = { $requirement }: some rows pass and others are not evaluated. The requirement does not count as fulfilled.

## What blocks a security level

blocks-not-fulfilled = { $requirement } is not fulfilled
blocks-inconclusive = { $requirement } is inconclusive
blocks-not-evaluated = { $requirement } is not evaluated
blocks-only-by-integration = { $requirement } is met by system integration only
blocks-fulfilment-missing = { $requirement } is fulfilled, but not recorded by what
blocks-re-without-base = { $requirement } does not count without its base { $base }

## What blocks a maturity level

blocks-ml-below = { $requirement } passed at ML { $evaluated }
blocks-ml-failed = { $requirement } failed
blocks-ml-no-verdict = { $requirement } has no verdict
blocks-ml-conflict = { $requirement } is recorded twice with different content
blocks-ml-ml-missing = { $requirement } passed without a maturity level

## Level cases (`assay vectors levels FILE`)

case-differs-native = FR { $fr }, native: expected { $expected }, found { $found }
case-differs-with-integration = FR { $fr }, with integration: expected { $expected }, found { $found }
case-differs-potential = FR { $fr }, potential: expected { $expected }, found { $found }
case-differs-vacuous = FR { $fr }, vacuous: expected { $expected }, found { $found }
case-differs-finding-missing = { $requirement }: a finding is expected and does not come ({ $expected })
case-differs-finding-unexpected = { $requirement }: a finding comes and is not expected ({ $found })

case-file-not-json = Line { $line }, column { $column }: the file is not JSON ({ $detail }).
case-file-not-json-do = Export the cases as UTF-8 JSON; the format is described in docs/formats/level-cases.md.
case-file-ended = Line { $line }, column { $column }: the file ends in the middle ({ $detail }).
case-file-ended-do = Get the whole file; no case of it was run.
case-file-not-a-case = Line { $line }, column { $column }: this is not what a level case holds here ({ $detail }).
case-file-not-a-case-do = Correct the value; no case of the file was run. The format is described in docs/formats/level-cases.md.
case-file-no-cases = The file holds no case, so nothing was checked.
case-file-no-cases-do = Give a file with at least one case.
