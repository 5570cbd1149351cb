import KPIModel
