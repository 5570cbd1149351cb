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

func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "kpi",
  platforms: [.macOS(.v15)],
  targets: [
    module("KPISource"),
    module("KPIText"),
    module("KPIDiagnostics", ["KPISource", "KPIText"]),
    module("KPISyntax", ["KPISource", "KPIDiagnostics"]),
    module("KPIFormat", ["KPISource", "KPIText", "KPISyntax"]),
    module("KPIModel", ["KPISource"]),
    module("KPISemantics", ["KPISource", "KPIDiagnostics", "KPISyntax", "KPIModel"]),
    module("KPIPlan", ["KPISource", "KPIDiagnostics", "KPIModel"]),
    .target(name: "CKPIMask"),
    module("KPITable", ["KPISource", "KPIDiagnostics", "KPIModel", "CKPIMask"]),
    module(
      "KPIEngine",
      ["KPISource", "KPIDiagnostics", "KPIModel", "KPIPlan", "KPITable", "CKPIMask"]),
    module("KPIInference", ["KPIText", "KPIModel"]),
    module("KPIScorecard", ["KPIText", "KPIModel", "KPIPlan"]),
    module("KPITemplates", ["KPIModel"]),
    module(
      "KPIWorkspace",
      [
        "KPISource", "KPIDiagnostics", "KPISyntax", "KPIModel", "KPISemantics", "KPIPlan",
        "KPITable", "KPIEngine", "KPIScorecard",
      ]),
    module(
      "KPICommand",
      [
        "KPISource", "KPIText", "KPIDiagnostics", "KPISyntax", "KPIFormat", "KPIModel",
        "KPISemantics", "KPIPlan", "KPITable", "KPIEngine", "KPIScorecard", "KPITemplates",
        "KPIInference", "KPIWorkspace",
      ]),
    .executableTarget(
      name: "kpi", dependencies: ["KPICommand"], swiftSettings: settings),

    tests("KPISyntaxTests", ["KPISyntax", "KPIDiagnostics", "KPISource"]),
    tests(
      "KPISemanticsTests",
      ["KPISemantics", "KPISyntax", "KPIDiagnostics", "KPISource", "KPIModel"]),
    tests("KPIFormatTests", ["KPIFormat", "KPISyntax", "KPIDiagnostics", "KPISource"]),
    tests("KPITextTests", ["KPIText"]),
    tests("KPIDiagnosticsTests", ["KPIDiagnostics", "KPISource", "KPIText"]),
    tests("KPITableTests", ["KPITable", "KPIModel", "KPISource", "KPIDiagnostics"]),
    tests(
      "KPIEngineTests",
      ["KPIEngine", "KPITable", "KPIPlan", "KPIModel", "KPISource", "KPIDiagnostics"]),
    tests(
      "KPIInferenceTests",
      ["KPIInference", "KPIWorkspace", "KPISource", "KPIDiagnostics", "KPIText"]),
    tests(
      "KPITemplatesTests",
      ["KPITemplates", "KPISemantics", "KPISyntax", "KPIDiagnostics", "KPISource", "KPIModel"]),
    tests("KPIScorecardTests", ["KPIScorecard", "KPIModel", "KPIPlan", "KPIText"]),
    tests(
      "KPITests",
      [
        "KPICommand", "KPIDiagnostics", "KPISource", "KPISyntax", "KPIWorkspace", "KPISemantics",
        "KPIModel", "KPIPlan",
      ], exclude: ["Cases"]),
  ]
)
