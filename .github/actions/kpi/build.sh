#!/usr/bin/env bash
# Puts the program on the PATH: the one that is there, the one kept from an earlier run, or one built from this source.
set -euo pipefail

if command -v kpi >/dev/null; then exit 0; fi
kept="$HOME/.local/share/kpi"
if [ ! -x "$kept/kpi" ]; then
  if ! command -v swift >/dev/null; then
    echo "::error::kpi is built from its source, and this runner has no Swift toolchain"
    exit 1
  fi
  cd "$(dirname "$0")/../../.."
  swift build -c release --static-swift-stdlib --product kpi
  mkdir -p "$kept"
  cp "$(swift build -c release --static-swift-stdlib --show-bin-path)/kpi" "$kept/kpi"
fi
echo "$kept" >>"$GITHUB_PATH"
