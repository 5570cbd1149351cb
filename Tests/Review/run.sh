#!/usr/bin/env bash
# Reviews a change as a company would: in a new repository, with the steps of the GitHub action, the script of the
# GitLab job in the documentation, and the hooks for pre-commit. `run.sh PATH_TO_KPI`
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
bin=$(mktemp -d)
scratch=$(mktemp -d)
trap 'rm -rf "$bin" "$scratch"' EXIT
ln -s "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")" "$bin/kpi"
export PATH="$bin:$PATH" HOME="$scratch/home" GIT_CONFIG_NOSYSTEM=1
mkdir "$HOME"
git config --global user.name Reviewer
git config --global user.email reviewer@example.com
git config --global init.defaultBranch main

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# status EXPECTED COMMAND…: runs a command whose output is kept, and demands its exit status.
status() {
  local expected=$1 found=0
  shift
  "$@" >"$scratch/output" 2>&1 || found=$?
  if [ "$found" != "$expected" ]; then
    cat "$scratch/output" >&2
    fail "$* exited with $found instead of $expected"
  fi
}

# holds FILE TEXT…: demands each text in the file.
holds() {
  local file=$1
  shift
  for text in "$@"; do
    grep -qF -- "$text" "$file" || { cat "$file" >&2; fail "$file does not hold: $text"; }
  done
}

commit() {
  git add --all
  git commit --quiet --message "$1"
}

action() { env GITHUB_BASE_REF=main GITHUB_STEP_SUMMARY="$summary" AS_OF=2026-10-31 "$@" "$root/.github/actions/kpi/run.sh"; }

kpi new "$scratch/company" >/dev/null
cd "$scratch/company"
git init --quiet
commit "Write the KPIs down"
git clone --quiet --bare . "$scratch/origin"
git remote add origin "$scratch/origin"
git fetch --quiet
summary="$scratch/summary.md"

echo "GitHub: a change of words passes"
git switch --quiet --create words
sed -i 's|^/// .*|&\n/// Looked over.|;' sales.kpi
commit "Say more"
status 0 action
holds "$scratch/output" "::group::Layout" "::group::Findings" "::group::What the change means"

echo "GitHub: a moved target is the first thing said"
git switch --quiet --create goalpost main
sed -i 's/at most 4%/at most 7%/; s/threshold  6%/threshold  9%/' sales.kpi
commit "Allow more refunds"
: >"$summary"
status 1 action
holds "$scratch/output" "1 KPI turns from red to green by a moved target" "KPI5003"
holds "$summary" "> [!CAUTION]" "**Refund rate**"

echo "GitHub: what is not laid out, and an unknown name, are marked on their lines"
git switch --quiet --create broken main
printf 'metric   twice = 2 * no_such_metric\n' >>sales.kpi
commit "Break something"
status 1 action SARIF="$scratch/findings.sarif"
holds "$scratch/output" "::error file=sales.kpi" "no_such_metric" "the layout is not canonical"
python3 -m json.tool "$scratch/findings.sarif" >/dev/null || fail "the SARIF file is not JSON"

echo "GitHub: what others did meanwhile is no change of the branch"
git switch --quiet main
sed -i 's/at most 4%/at most 8%/' sales.kpi
commit "Allow more refunds on main"
git push --quiet origin main
git fetch --quiet
git switch --quiet words
: >"$summary"
status 0 action
holds "$summary" "where this branch left origin/main"
git switch --quiet main
git reset --quiet --hard HEAD~1
git push --quiet --force origin main
git fetch --quiet

echo "GitHub and GitLab: a project in a folder of the repository"
kpi new "$scratch/group/kpis" >/dev/null
cd "$scratch/group"
git init --quiet
commit "Write the KPIs down"
git clone --quiet --bare . "$scratch/group-origin"
git remote add origin "$scratch/group-origin"
git fetch --quiet
git switch --quiet --create broken
printf 'metric   twice = 2 * no_such_metric\n' >>kpis/sales.kpi
commit "Break something"
status 1 action PROJECT=kpis SARIF="$scratch/findings.sarif"
holds "$scratch/output" "::error file=kpis/sales.kpi,line=" "::error file=kpis/sales.kpi::the layout"
holds "$scratch/findings.sarif" '"uri": "kpis/sales.kpi"'
status 1 kpi check --project kpis --format gitlab
holds "$scratch/output" '"path": "kpis/sales.kpi"'
git switch --quiet --create goalpost main
sed -i 's/at most 4%/at most 7%/; s/threshold  6%/threshold  9%/' kpis/sales.kpi
commit "Allow more refunds"
: >"$summary"
status 1 action PROJECT=kpis/
holds "$summary" "> [!CAUTION]" "**Refund rate**"
cd "$scratch/company"

echo "GitHub: a shallow clone says what to fetch"
git clone --quiet --depth 1 "file://$scratch/origin" "$scratch/shallow"
cd "$scratch/shallow"
status 2 kpi diff --against HEAD~1
holds "$scratch/output" "shallow"

echo "GitLab: the job of the documentation"
cd "$scratch/company"
git switch --quiet goalpost
job=$(sed -n '/^  script:$/,/^  artifacts:$/s/^    - //p' "$root/Docs/ContinuousIntegration.md" |
  grep -vE '^(git clone|swift build|export PATH)')
[ "$(wc -l <<<"$job")" = 4 ] || fail "the documentation's job has other lines than expected: $job"
export CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main
while IFS= read -r line; do
  case $line in
    # The sample data ends on this day.
    "kpi diff "*) status 1 bash -c "${line/kpi diff/kpi diff --as-of 2026-10-31}" ;;
    *) status 0 bash -c "$line" ;;
  esac
done <<<"$job"
python3 -m json.tool kpi-code-quality.json >/dev/null || fail "the code quality report is not JSON"
python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' kpi-tests.xml || fail "the test report is not XML"
holds kpi-diff.md "> [!CAUTION]"
rm kpi-code-quality.json kpi-tests.xml kpi-diff.md

echo "pre-commit: each hook"
sed -n 's/^  entry: //p' "$root/.pre-commit-hooks.yaml" | while IFS= read -r line; do
  case $line in *fmt*) line="$line sales.kpi" ;; esac
  status 0 bash -c "$line"
done

echo "Owners of the files"
mkdir -p .github
kpi codeowners >.github/CODEOWNERS
status 0 kpi codeowners --check .github/CODEOWNERS
