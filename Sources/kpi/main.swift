import KPICommand

Command.runProcess()
