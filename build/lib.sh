# Sourced by the scripts beside it.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

need_tools() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: https://dotnet.microsoft.com/download"
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node 20 or newer with npm is missing: https://nodejs.org"
  local node_major
  node_major="$(node --print 'process.versions.node.split(".")[0]')"
  [ "$node_major" -ge 20 ] || fail "Node 20 or newer is needed, this is $(node --version): https://nodejs.org"
}

# The packages of package-lock.json, when they are not there or older than it.
install_node_modules() {
  dotnet msbuild "$root/build/Client.proj" -t:NodeModules -nologo -v:quiet
}
