import KPIDiagnostics
import KPIFormat
import KPISource
import KPISyntax
