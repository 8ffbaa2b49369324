public import InfraSerialization

/// A framework whose build settings Vercel knows.
///
/// There is none for Swift: a Swift server is a container
/// (vercel/vercel packages/frameworks, 2026-08-03).
public struct VercelFramework: Vocabulary {
  /// The name in the file.
  public let rawValue: String
  /// Takes a name that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Actix Web.
  public static let actixWeb: VercelFramework = "actix-web"
  /// Angular.
  public static let angular: VercelFramework = "angular"
  /// Ash.
  public static let ash: VercelFramework = "ash"
  /// Astro.
  public static let astro: VercelFramework = "astro"
  /// Axum.
  public static let axum: VercelFramework = "axum"
  /// Blitz.js.
  public static let blitz: VercelFramework = "blitzjs"
  /// Brunch.
  public static let brunch: VercelFramework = "brunch"
  /// Bun.
  public static let bun: VercelFramework = "bun"
  /// A container.
  public static let container: VercelFramework = "container"
  /// Create React App.
  public static let createReactApp: VercelFramework = "create-react-app"
  /// Django.
  public static let django: VercelFramework = "django"
  /// Docusaurus 2 and later.
  public static let docusaurus: VercelFramework = "docusaurus-2"
  /// Docusaurus 1.
  public static let docusaurus1: VercelFramework = "docusaurus"
  /// Dojo.
  public static let dojo: VercelFramework = "dojo"
  /// Eleventy.
  public static let eleventy: VercelFramework = "eleventy"
  /// Elysia.
  public static let elysia: VercelFramework = "elysia"
  /// Ember.
  public static let ember: VercelFramework = "ember"
  /// Eve.
  public static let eve: VercelFramework = "eve"
  /// Express.
  public static let express: VercelFramework = "express"
  /// FastAPI.
  public static let fastAPI: VercelFramework = "fastapi"
  /// FastHTML.
  public static let fastHTML: VercelFramework = "fasthtml"
  /// Fastify.
  public static let fastify: VercelFramework = "fastify"
  /// Flask.
  public static let flask: VercelFramework = "flask"
  /// Gatsby.
  public static let gatsby: VercelFramework = "gatsby"
  /// Go.
  public static let go: VercelFramework = "go"
  /// Gridsome.
  public static let gridsome: VercelFramework = "gridsome"
  /// h3.
  public static let h3: VercelFramework = "h3"
  /// Hexo.
  public static let hexo: VercelFramework = "hexo"
  /// Hono.
  public static let hono: VercelFramework = "hono"
  /// Hugo.
  public static let hugo: VercelFramework = "hugo"
  /// Hydrogen 1.
  public static let hydrogen: VercelFramework = "hydrogen"
  /// Ionic with Angular.
  public static let ionicAngular: VercelFramework = "ionic-angular"
  /// Ionic with React.
  public static let ionicReact: VercelFramework = "ionic-react"
  /// Jekyll.
  public static let jekyll: VercelFramework = "jekyll"
  /// Koa.
  public static let koa: VercelFramework = "koa"
  /// Mastra.
  public static let mastra: VercelFramework = "mastra"
  /// Middleman.
  public static let middleman: VercelFramework = "middleman"
  /// NestJS.
  public static let nest: VercelFramework = "nestjs"
  /// Next.js.
  public static let next: VercelFramework = "nextjs"
  /// Nitro.
  public static let nitro: VercelFramework = "nitro"
  /// Node.js.
  public static let node: VercelFramework = "node"
  /// Nuxt.
  public static let nuxt: VercelFramework = "nuxtjs"
  /// Parcel.
  public static let parcel: VercelFramework = "parcel"
  /// Polymer.
  public static let polymer: VercelFramework = "polymer"
  /// Preact.
  public static let preact: VercelFramework = "preact"
  /// Python.
  public static let python: VercelFramework = "python"
  /// React Router.
  public static let reactRouter: VercelFramework = "react-router"
  /// RedwoodJS.
  public static let redwood: VercelFramework = "redwoodjs"
  /// Remix.
  public static let remix: VercelFramework = "remix"
  /// Ruby.
  public static let ruby: VercelFramework = "ruby"
  /// Rust.
  public static let rust: VercelFramework = "rust"
  /// Saber.
  public static let saber: VercelFramework = "saber"
  /// Sanity.
  public static let sanity: VercelFramework = "sanity"
  /// Sanity 2.
  public static let sanityV2: VercelFramework = "sanity-v2"
  /// Sanity 3.
  public static let sanityV3: VercelFramework = "sanity-v3"
  /// Sapper.
  public static let sapper: VercelFramework = "sapper"
  /// Scully.
  public static let scully: VercelFramework = "scully"
  /// Several services.
  public static let services: VercelFramework = "services"
  /// SolidStart 0.
  public static let solidStart: VercelFramework = "solidstart"
  /// SolidStart 1.
  public static let solidStart1: VercelFramework = "solidstart-1"
  /// Stencil.
  public static let stencil: VercelFramework = "stencil"
  /// Storybook.
  public static let storybook: VercelFramework = "storybook"
  /// Svelte.
  public static let svelte: VercelFramework = "svelte"
  /// SvelteKit.
  public static let svelteKit: VercelFramework = "sveltekit"
  /// SvelteKit 1.
  public static let svelteKit1: VercelFramework = "sveltekit-1"
  /// TanStack Start.
  public static let tanStackStart: VercelFramework = "tanstack-start"
  /// TanStack Start as Lovable makes it.
  public static let tanStackStartLovable: VercelFramework = "tanstack-start-lovable"
  /// UmiJS.
  public static let umi: VercelFramework = "umijs"
  /// Vite.
  public static let vite: VercelFramework = "vite"
  /// VitePress.
  public static let vitePress: VercelFramework = "vitepress"
  /// Vue CLI.
  public static let vue: VercelFramework = "vue"
  /// VuePress.
  public static let vuePress: VercelFramework = "vuepress"
  /// xmcp.
  public static let xmcp: VercelFramework = "xmcp"
  /// Zola.
  public static let zola: VercelFramework = "zola"

  /// The words that the schema takes for a whole project.
  static let ofProjects: [Self] = [
    .actixWeb, .angular, .ash, .astro, .axum, .blitz, .brunch, .bun, .container, .createReactApp,
    .django, .docusaurus, .docusaurus1, .dojo, .eleventy, .elysia, .ember, .eve, .express,
    .fastAPI, .fastHTML, .fastify, .flask, .gatsby, .go, .gridsome, .h3, .hexo, .hono, .hugo,
    .hydrogen, .ionicAngular, .ionicReact, .jekyll, .koa, .mastra, .middleman, .nest, .next,
    .nitro, .node, .nuxt, .parcel, .polymer, .preact, .python, .reactRouter, .redwood, .remix,
    .ruby, .rust, .saber, .sanity, .sanityV2, .sanityV3, .sapper, .scully, .services, .solidStart,
    .solidStart1, .stencil, .storybook, .svelte, .svelteKit, .svelteKit1, .tanStackStart,
    .tanStackStartLovable, .umi, .vite, .vitePress, .vue, .vuePress, .xmcp, .zola,
  ]
}
