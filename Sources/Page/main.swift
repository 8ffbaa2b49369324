import InfraPage

await Page.run()
