#!/usr/bin/env bash
# Looks at the layout, the findings, the tests and the meaning of a change. Every part runs; the worst exit status of
# all is that of the step. What a reader of the pull request wants to see goes to the job's summary. Paths are those from
# the top of the repository, which is where GitHub looks for them.
set -uo pipefail
project=${PROJECT:-.}
project=${project%/}

worst=0
part() {
  echo "::group::$1"
  shift
  "$@"
  local status=$?
  echo "::endgroup::"
  [ "$status" -le "$worst" ] || worst=$status
}

as_of=()
[ -z "${AS_OF:-}" ] || as_of=(--as-of "$AS_OF")

layout() {
  local unlaid
  unlaid=$(kpi fmt --check --project "$project") && return 0
  local status=$?
  while IFS= read -r path; do
    [ -z "$path" ] || echo "::error file=$path::the layout is not canonical; run kpi fmt"
  done <<<"$unlaid"
  kpi fmt --diff --project "$project"
  return "$status"
}

check() {
  local options=(--project "$project" --fail-on "${FAIL_ON:-error}" "${as_of[@]}")
  [ -z "${PROFILE:-}" ] || options+=(--profile "$PROFILE")
  [ -z "${BASELINE:-}" ] || options+=(--baseline "$project/$BASELINE")
  [ "${DATA:-true}" != true ] || options+=(--data)
  git rev-parse --is-shallow-repository 2>/dev/null | grep -q false && options+=(--history)
  [ -z "${SARIF:-}" ] || kpi check "${options[@]}" --format sarif >"$SARIF"
  kpi check "${options[@]}" --format github
}

# The commit that the change is compared with; nothing where there is none, as for the first push of a branch.
base() {
  if [ -n "${AGAINST:-}" ]; then
    echo "$AGAINST"
  elif [ -n "${GITHUB_BASE_REF:-}" ]; then
    echo "origin/$GITHUB_BASE_REF"
  elif [ -n "${BEFORE:-}" ] && git cat-file -e "$BEFORE^{commit}" 2>/dev/null; then
    echo "$BEFORE"
  fi
}

difference() {
  local against options
  against=$(base)
  if [ -z "$against" ]; then
    echo "There is nothing to compare with."
    return 0
  fi
  options=(--project "$project" --against "$against" "${as_of[@]}")
  [ "${DATA:-true}" = true ] || options+=(--no-values)
  kpi diff "${options[@]}" --format markdown >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  kpi diff "${options[@]}"
}

standing() {
  kpi status --project "$project" "${as_of[@]}" --format markdown >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
}

part "Layout" layout
part "Findings" check
part "Tests" kpi test --project "$project"
part "What the change means" difference
[ "${DATA:-true}" != true ] || part "Where the KPIs stand" standing
exit "$worst"
