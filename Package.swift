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

/// What several tests share.
func shared(_ name: String, _ dependencies: [String]) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, path: "Tests/\(name)",
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
    module("KPIPlan", ["KPIDiagnostics", "KPIModel"]),
    module(
      "KPISemantics", ["KPISource", "KPIDiagnostics", "KPISyntax", "KPIModel", "KPIPlan"]),
    module(
      "KPILint",
      [
        "KPISource", "KPIText", "KPIDiagnostics", "KPISyntax", "KPIModel", "KPIPlan",
        "KPISemantics",
      ]),
    module("KPISQL", ["KPIModel", "KPIPlan"]),
    .target(name: "CADBC"),
    module("KPIDatabase", ["KPIDiagnostics", "CADBC"]),
    .target(name: "CKPIMask"),
    module("KPITable", ["KPIModel", "CKPIMask"]),
    module("KPIEngine", ["KPIDiagnostics", "KPIModel", "KPIPlan", "KPITable"]),
    module("KPIInference", ["KPIText", "KPIModel", "KPITable"]),
    module("KPIScorecard", ["KPIText", "KPIModel", "KPIPlan"]),
    module("KPIReport", ["KPIText", "KPIModel", "KPIPlan", "KPIScorecard"]),
    module("KPITemplates", ["KPISource", "KPISyntax", "KPIFormat", "KPIModel", "KPIInference"]),
    module(
      "KPIDiff",
      ["KPISource", "KPIText", "KPIDiagnostics", "KPIModel", "KPIPlan", "KPIScorecard"]),
    module(
      "KPIWorkspace",
      [
        "KPISource", "KPIText", "KPIDiagnostics", "KPISyntax", "KPIModel", "KPISemantics",
        "KPIPlan", "KPILint", "KPISQL", "KPIDatabase", "KPITable", "KPIEngine", "KPIScorecard",
        "KPIReport", "KPIDiff",
      ]),
    module(
      "KPICommand",
      [
        "KPISource", "KPIText", "KPIDiagnostics", "KPISyntax", "KPIFormat", "KPIModel",
        "KPISemantics", "KPIPlan", "KPISQL", "KPILint", "KPITable", "KPIInference", "KPIScorecard",
        "KPIReport", "KPITemplates", "KPIDiff", "KPIWorkspace",
      ]),
    .executableTarget(
      name: "kpi", dependencies: ["KPICommand"], swiftSettings: settings),

    shared("PlanSamples", ["KPISource", "KPIModel", "KPIPlan"]),
    tests("KPITextTests", ["KPIText"]),
    tests("KPIDiagnosticsTests", ["KPISource", "KPIText", "KPIDiagnostics"]),
    tests("KPISyntaxTests", ["KPISource", "KPIDiagnostics", "KPISyntax"]),
    tests("KPIFormatTests", ["KPISource", "KPIDiagnostics", "KPISyntax", "KPIFormat"]),
    tests("KPIModelTests", ["KPIModel"]),
    tests("KPISemanticsTests", ["KPISource", "KPIDiagnostics", "KPISyntax", "KPISemantics"]),
    tests(
      "KPIPlanTests",
      ["KPISource", "KPIDiagnostics", "KPISyntax", "KPIModel", "KPISemantics", "KPIPlan"]),
    tests(
      "KPIDatabaseTests",
      ["KPIDiagnostics", "KPIModel", "KPIDatabase", "KPIWorkspace", "KPICommand"],
      exclude: ["FakeDriver"]),
    tests(
      "KPISQLTests",
      [
        "KPISource", "KPIDiagnostics", "KPIModel", "KPIPlan", "KPISQL", "KPIEngine", "KPIWorkspace",
      ], exclude: ["Golden"]),
    tests("KPITableTests", ["KPISource", "KPIModel", "KPITable"]),
    tests(
      "KPIEngineTests",
      [
        "KPISource", "KPIDiagnostics", "KPIModel", "KPIPlan", "KPITable", "KPIEngine",
        "PlanSamples",
      ]),
    tests("KPIInferenceTests", ["KPISource", "KPIDiagnostics", "KPIInference", "KPIWorkspace"]),
    tests("KPIScorecardTests", ["KPISource", "KPIText", "KPIModel", "KPIPlan", "KPIScorecard"]),
    tests(
      "KPIReportTests",
      [
        "KPISource", "KPIDiagnostics", "KPISyntax", "KPIModel", "KPIPlan", "KPISemantics",
        "KPIScorecard", "KPIReport",
      ]),
    tests(
      "KPITemplatesTests",
      [
        "KPISource", "KPIDiagnostics", "KPISyntax", "KPIFormat", "KPIModel", "KPISemantics",
        "KPILint", "KPITemplates",
      ]),
    tests(
      "KPIWorkspaceTests",
      ["KPISource", "KPIDiagnostics", "KPIModel", "KPITable", "KPIWorkspace"]),
    tests(
      "KPICommandTests",
      ["KPIDiagnostics", "KPIModel", "KPITemplates", "KPIWorkspace", "KPICommand"]),
    tests(
      "KPILintTests",
      ["KPISource", "KPIDiagnostics", "KPISyntax", "KPIModel", "KPISemantics", "KPILint"]),
    tests("HouseTests", ["KPIDiagnostics", "KPILint"]),
    tests(
      "KPITests",
      [
        "KPISource", "KPIDiagnostics", "KPISyntax", "KPIModel", "KPIWorkspace", "KPICommand",
      ], exclude: ["Cases"]),
  ]
)

// Programs for those who work on `kpi` itself, built only where the environment asks for them, since one
// of them needs a sanitizer: Docs/Testing.md says how. They name every module whose values they hold.

func tool(
  _ name: String, at path: String, _ modules: [String], exclude: [String] = [],
  linkedWith flags: [String] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: modules.map { .byName(name: $0) }, path: path,
    exclude: exclude, swiftSettings: settings + [.unsafeFlags(flags)],
    linkerSettings: [.unsafeFlags(flags)])
}

if Context.environment["KPI_TOOLS"] != nil {
  let compiler = [
    "KPISource", "KPIText", "KPIDiagnostics", "KPISyntax", "KPIFormat", "KPIModel", "KPIPlan",
    "KPISemantics", "KPILint",
  ]
  package.targets += [
    tool(
      "fuzz", at: "Tests/Fuzz", compiler, exclude: ["corpus.py"],
      linkedWith: ["-sanitize=fuzzer", "-use-ld=lld"]),
    tool("phases", at: "Tests/Benchmarks/Phases", compiler),
    tool(
      "agreement", at: "Tests/Databases/Agreement",
      [
        "KPIDiagnostics", "KPIModel", "KPIPlan", "KPIDatabase", "KPITable", "KPIEngine",
        "KPIWorkspace", "PlanSamples",
      ]),
  ]
}
