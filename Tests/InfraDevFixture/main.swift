import InfraCLI

// The program that the tests of `infra dev` run, as a person runs their own `infra`.
Infra.run(Scenarios.all)
