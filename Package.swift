// swift-tools-version: 6.3

// One line per module, in the order of the dependencies: a module imports only modules above it.

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [String]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

let package = Package(
  name: "kpi",
  platforms: [.macOS(.v15)],
  targets: [
    module("KPISource"),
    module("KPIText"),
    module("KPIDiagnostics", ["KPISource", "KPIText"]),
    module("KPIModel", ["KPISource"]),
    module("KPIPlan", ["KPISource", "KPIDiagnostics", "KPIModel"]),
    module("KPIScorecard", ["KPIText", "KPIModel", "KPIPlan"]),
    tests("KPITextTests", ["KPIText"]),
    tests("KPIDiagnosticsTests", ["KPIDiagnostics", "KPISource", "KPIText"]),
    tests("KPIScorecardTests", ["KPIScorecard", "KPIModel", "KPIPlan", "KPIText"]),
  ]
)
