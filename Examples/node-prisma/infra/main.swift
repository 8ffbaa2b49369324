import InfraCLI
import InfraKit
import environments

Infra.run(Environment.all)
