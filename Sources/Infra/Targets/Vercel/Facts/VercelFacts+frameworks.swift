import InfraKit

extension VercelFacts {
  /// The frameworks that a project may name.
  static let knownFrameworks = Fact<[VercelFramework]>(
    "names",
    "frameworks",
    [
      .actixWeb, .angular, .ash, .astro, .axum, .blitz, .brunch, .bun, .container, .createReactApp,
      .django, .docusaurus, .docusaurus1, .dojo, .eleventy, .elysia, .ember, .eve, .express,
      .fastAPI, .fastHTML, .fastify, .flask, .gatsby, .go, .gridsome, .h3, .hexo, .hono, .hugo,
      .hydrogen, .ionicAngular, .ionicReact, .jekyll, .koa, .mastra, .middleman, .nest, .next,
      .nitro, .node, .nuxt, .parcel, .polymer, .preact, .python, .reactRouter, .redwood, .remix,
      .ruby, .rust, .saber, .sanity, .sanityV2, .sanityV3, .sapper, .scully, .services, .solidStart,
      .solidStart1, .stencil, .storybook, .svelte, .svelteKit, .svelteKit1, .tanStackStart,
      .tanStackStartLovable, .umi, .vite, .vitePress, .vue, .vuePress, .xmcp, .zola,
    ],
    frameworks
  )

  /// A runtime, with the frameworks that run on it and on no other.
  struct RuntimeFacts: Sendable {
    let runtime: VercelRuntime
    let frameworks: [VercelFramework]
  }

  /// The frameworks of servers, by the runtime that they run on.
  static let runtimes = Fact<[RuntimeFacts]>(
    "names",
    "frameworks by runtime",
    [
      RuntimeFacts(
        runtime: .node,
        frameworks: [
          .express, .fastify, .h3, .hono, .koa, .nest, .next, .node, .nuxt, .remix, .svelteKit,
        ]
      ),
      RuntimeFacts(
        runtime: .python,
        frameworks: [.django, .fastAPI, .fastHTML, .flask, .python]
      ),
      RuntimeFacts(runtime: .rust, frameworks: [.actixWeb, .axum, .rust]),
      RuntimeFacts(runtime: .go, frameworks: [.go]),
      RuntimeFacts(runtime: .ruby, frameworks: [.ruby]),
      RuntimeFacts(runtime: .container, frameworks: [.container]),
    ],
    frameworks
  )

  /// The runtimes that a service may name.
  static let knownRuntimes = Fact<[VercelRuntime]>(
    "names",
    "runtimes of services",
    [.node, .python, .go, .rust, .ruby, .container],
    detectors
  )
}
