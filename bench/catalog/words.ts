// What the generated catalog is written with. Names are put together from these lists; the technical terms of the
// statements from stems with the beginnings and endings of the language, so that they share prefixes and lie near one
// another, as real words do.

export interface DomainWords {
  readonly en: string
  readonly es: string
  /** Things of the domain, the same ones in both languages. */
  readonly nouns: readonly { readonly en: string; readonly es: string }[]
}

const DOMAIN_TABLE = `
AI-Assisted Development|Desarrollo asistido por IA|Assistant,Prompt,Completion,Agent,Snippet|asistente,prompt,sugerencia,agente,fragmento
API & Integration|APIs e integración|Endpoint,Webhook,Gateway,Contract,Payload|endpoint,webhook,pasarela,contrato,carga
Architecture & System Design|Arquitectura y diseño de sistemas|Boundary,Component,Blueprint,Trade-off,Service|frontera,componente,plano,compromiso,servicio
Backend Development|Desarrollo backend|Handler,Worker,Session,Middleware,Request|manejador,proceso,sesión,middleware,petición
Cloud & Infrastructure|Nube e infraestructura|Cluster,Region,Volume,Instance,Subnet|clúster,región,volumen,instancia,subred
Data Engineering|Ingeniería de datos|Pipeline,Warehouse,Partition,Lake,Ingestion|tubería,almacén,partición,lago,ingesta
Database Management|Gestión de bases de datos|Index,Query,Replica,Transaction,Schema|índice,consulta,réplica,transacción,esquema
DevOps & CI/CD|DevOps y CI/CD|Build,Release,Runner,Artifact,Rollout|compilación,versión,ejecutor,artefacto,despliegue
Machine Learning & AI|Aprendizaje automático e IA|Model,Feature,Embedding,Training,Inference|modelo,variable,incrustación,entrenamiento,inferencia
Observability & Monitoring|Observabilidad y monitorización|Metric,Trace,Alert,Dashboard,Span|métrica,traza,alerta,panel,tramo
Programming Fundamentals|Fundamentos de programación|Algorithm,Iterator,Closure,Thread,Type|algoritmo,iterador,clausura,hilo,tipo
Security|Seguridad|Threat,Secret,Policy,Vulnerability,Permission|amenaza,secreto,política,vulnerabilidad,permiso
Testing & QA|Pruebas y calidad|Fixture,Mock,Assertion,Regression,Coverage|accesorio,simulacro,aserción,regresión,cobertura
Version Control & Collaboration|Control de versiones y colaboración|Branch,Commit,Merge,Review,Repository|rama,confirmación,fusión,revisión,repositorio
Frontend Development|Desarrollo frontend|Layout,Widget,Stylesheet,Router,Viewport|maquetación,componente visual,hoja de estilo,enrutador,ventana
Mobile Development|Desarrollo móvil|Screen,Gesture,Notification,Sensor,Bundle|pantalla,gesto,notificación,sensor,paquete
Game Development|Desarrollo de videojuegos|Scene,Shader,Sprite,Physics,Level Map|escena,sombreador,sprite,física,mapa
Embedded Systems|Sistemas embebidos|Firmware,Register,Interrupt,Bus,Bootloader|firmware,registro,interrupción,bus,cargador
Networking|Redes|Packet,Route,Switch,Firewall,Protocol|paquete de red,ruta,conmutador,cortafuegos,protocolo
Operating Systems|Sistemas operativos|Kernel,Process Table,Filesystem,Driver,Scheduler|núcleo,tabla de procesos,sistema de archivos,controlador,planificador
Data Science|Ciencia de datos|Hypothesis,Sample,Distribution,Notebook,Experiment|hipótesis,muestra,distribución,cuaderno,experimento
Business Intelligence|Inteligencia de negocio|Report,Scorecard,Cube,Dimension,Indicator|informe,cuadro de mando,cubo,dimensión,indicador
Product Management|Gestión de producto|Roadmap,Backlog,Persona,Discovery,Outcome|hoja de ruta,lista de trabajo,persona,descubrimiento,resultado
Project Delivery|Entrega de proyectos|Milestone,Estimate,Dependency,Sprint,Risk|hito,estimación,dependencia,iteración,riesgo
UX Research|Investigación de UX|Interview,Survey,Journey,Usability,Insight|entrevista,encuesta,recorrido,usabilidad,hallazgo
Visual Design|Diseño visual|Palette,Typography,Grid,Icon,Mockup|paleta,tipografía,retícula,icono,maqueta
Design Systems|Sistemas de diseño|Token,Pattern,Guideline,Variant,Accessibility|token,patrón,guía,variante,accesibilidad
Technical Writing|Redacción técnica|Tutorial,Glossary,Changelog,Reference,Style Guide|tutorial,glosario,registro de cambios,referencia,guía de estilo
Site Reliability|Fiabilidad de sitios|Incident,Runbook,Capacity,Failover,Error Budget|incidente,manual,capacidad,conmutación,presupuesto de error
Platform Engineering|Ingeniería de plataforma|Template,Portal,Golden Path,Operator,Tenant|plantilla,portal,camino dorado,operador,inquilino
Quality Engineering|Ingeniería de calidad|Defect,Checklist,Benchmark,Acceptance,Audit|defecto,lista de control,comparativa,aceptación,auditoría
Payments & Billing|Pagos y facturación|Invoice,Ledger,Refund,Subscription,Settlement|factura,libro mayor,reembolso,suscripción,liquidación
E-commerce|Comercio electrónico|Cart,Catalogue Feed,Checkout,Promotion,Inventory|carrito,catálogo,caja,promoción,inventario
Marketing Technology|Tecnología de marketing|Campaign,Segment,Funnel,Attribution,Newsletter|campaña,segmento,embudo,atribución,boletín
Privacy & Compliance|Privacidad y cumplimiento|Consent,Retention,Regulation,Disclosure,Anonymisation|consentimiento,retención,regulación,divulgación,anonimización
Robotics|Robótica|Actuator,Trajectory,Gripper,Calibration,Odometry|actuador,trayectoria,pinza,calibración,odometría
Geospatial Systems|Sistemas geoespaciales|Tile,Coordinate,Raster,Geocoding,Terrain|tesela,coordenada,ráster,geocodificación,terreno
Audio & Video|Audio y vídeo|Codec,Bitrate,Playlist,Transcoding,Caption|códec,tasa de bits,lista de reproducción,transcodificación,subtítulo
Leadership & Mentoring|Liderazgo y mentoría|Feedback,Coaching,Delegation,Hiring,Career Plan|retroalimentación,acompañamiento,delegación,contratación,plan de carrera
Communication|Comunicación|Presentation,Negotiation,Meeting,Proposal,Facilitation|presentación,negociación,reunión,propuesta,facilitación
`

export const DOMAINS: readonly DomainWords[] = lines(DOMAIN_TABLE).map((line) => {
  const [en = '', es = '', english = '', spanish = ''] = line.split('|')
  const translations = spanish.split(',')
  return { en, es, nouns: english.split(',').map((noun, at) => ({ en: noun, es: translations[at]! })) }
})

export interface Pair {
  readonly en: string
  readonly es: string
}

/** What makes a thing of a domain a skill of its own; the Spanish follows the noun. */
export const QUALITIES = pairs(`
Incremental:incremental Distributed:distribuida Adaptive:adaptativa Static:estática Dynamic:dinámica Shared:compartida
Parallel:paralela Secure:segura Encrypted:cifrada Versioned:versionada Immutable:inmutable Streaming:continua
Batch:por lotes Realtime:en tiempo real Offline:sin conexión Federated:federada Hybrid:híbrida Serverless:sin servidor
Declarative:declarativa Event-Driven:por eventos Multi-Region:multirregión Cross-Platform:multiplataforma
Low-Latency:de baja latencia High-Volume:de gran volumen Automated:automatizada Continuous:constante Predictive:predictiva
Semantic:semántica Composable:componible Reactive:reactiva Typed:tipada Probabilistic:probabilística Legacy:heredada
Internal:interna Global:global Temporal:temporal Spatial:espacial Layered:por capas Nested:anidada Sampled:muestreada
`)

/** What is done with a thing. */
export const ACTIVITIES = pairs(`
Design:diseño Testing:pruebas Tuning:ajuste Migration:migración Automation:automatización Governance:gobierno
Modelling:modelado Profiling:perfilado Debugging:depuración Management:gestión Validation:validación Security:protección
Optimisation:optimización Orchestration:orquestación Analysis:análisis Monitoring:vigilancia Planning:planificación
Documentation:documentación Versioning:versionado Recovery:recuperación Scaling:escalado Simulation:simulación
Refactoring:refactorización Synchronisation:sincronización Standards:normas Reviews:revisiones Economics:economía
`)

export const PRODUCT_KINDS = words(`
DB Cloud Studio Streams CLI Core Flow Stack Hub Lens Forge Mesh Vault Grid Kit Queue Search Sync Labs Server
`)

export const SYLLABLES = {
  onset: words('b br c cl d dr f fl g gr h j k kr l m n p pl qu r s sk st t tr v w x z th sh'),
  nucleus: words('a e i o u ae ia io ea ou'),
  coda: ['', '', '', 'n', 'r', 'x', 'l', 's', 'm', 'nt', 'rk', 'st', 'v', 'ck'],
}

/** Technical terms in English: a beginning, a stem and an ending. The commonest beginnings and endings are none. */
export const ENGLISH_TERMS = {
  beginnings: [
    '',
    '',
    '',
    '',
    're',
    'pre',
    'un',
    'auto',
    'multi',
    'sub',
    'micro',
    'cross',
    'inter',
    'hyper',
    'de',
    'co',
  ],
  stems: words(`
shard fetch batch cach queu merg index prob leas quot token trac hash heap lock graph rout render stream cluster packet
kernel parse bind cast chunk clon commit compil compress concat connect convert crawl decod deploy diff dispatch drain
dump emit encod evict expand export filter flatten flush fold fork format freez gath guard hook import infer inject
inlin iterat join launch layer link list load log loop map mark mask match memo mirror mount mutat nest pack page patch
ping pipelin pivot poll pool prefix profil project promot prun publish purg quer rank recover reduc refin refresh
reject relay releas replay request reset resolv restor retr revers revok roll rotat salt sampl scal scan schedul scop
scrap seed select serial sign slic snapshot sort spill split spool stag stamp stor strip subscrib swap switch sync tag
tail target throttl tokeniz toggl transform transit trigger trim tun tupl unwind updat upload valid vector verif vot
warm watch weight wrap yield zon`),
  endings: ['', 's', 'ing', 'ed', 'er', 'ers', 'ation', 'able', 'ment', 'ingly'],
}

export const SPANISH_TERMS = {
  beginnings: ['', '', '', '', 're', 'pre', 'auto', 'multi', 'sub', 'micro', 'inter', 'des'],
  stems: words(`
particion fragment almacen consult registr respald valid verific despleg configur analiz captur carg cifr clasific
codific coloc compar compil comprim comprob concentr conect conserv control convert copi corrig depur deriv descarg
despach detect divid document duplic ejecut elimin empaquet encamin encol enlaz ensambl entren envi escal escan estim
evalu export factur filtr format fusion gener gestion guard import incrust index inici integr interpret inyect itera
limit localiz mape marc migr model mont muestr normaliz notific observ optimiz orden orquest pagin planific prioriz
proces program propag public purg rastre recuper redact redirig reduc refactoriz reintent remplaz replic reserv restaur
revis rot segment seleccion separ simul sincroniz solicit sustitu transform traslad valor vigil vincul virtualiz`),
  endings: ['ar', 'ado', 'ados', 'ada', 'adas', 'acion', 'aciones', 'ador', 'adores', 'able', 'ando', 'amiento'],
}

/** The two halves of a statement; {n} is a thing of the domain, {t}, {u} and {w} are terms. */
export interface StatementWords {
  readonly starts: readonly Pair[]
  readonly ends: readonly Pair[]
}

export const STATEMENTS: Readonly<Record<'awareness' | 'working' | 'advanced' | 'expert', StatementWords>> = {
  awareness: {
    starts: sentences(`
Runs an existing {t} for a {n} from the team's guide|Ejecuta un {t} existente de {n} con la guía del equipo
Names the {t} of a {n} and the file that holds it|Nombra el {t} de {n} y el fichero que lo contiene
Reads a small {n} aloud and explains its {t}|Lee en voz alta un {n} pequeño y explica su {t}
Starts a local {n} and changes one {t} in its settings|Arranca un {n} local y cambia un {t} en sus ajustes
Recognises a broken {n} by its {t} in the log|Reconoce un {n} roto por su {t} en el log
Opens the dashboard of a {n} and points to the {t}|Abre el panel de un {n} y señala el {t}`),
    ends: sentences(`
and tells a {u} from a {w} when asked.|y distingue un {u} de un {w} cuando se le pregunta.
and asks for help before touching the {u} or the {w}.|y pide ayuda antes de tocar el {u} o el {w}.
and lists which {u} and which {w} it needs to start.|y enumera qué {u} y qué {w} necesita para arrancar.
and copies the {u} into the ticket with its {w}.|y copia el {u} en la incidencia con su {w}.
and finds the page that documents its {u} and {w}.|y encuentra la página que documenta su {u} y su {w}.`),
  },
  working: {
    starts: sentences(`
Writes a new {n} alone, with its {t} covered by tests|Escribe sin ayuda un {n} nuevo, con su {t} cubierto por pruebas
Adds a {t} to a running {n} without breaking its users|Añade un {t} a un {n} en marcha sin romper a sus usuarios
Fixes a failing {n} within the day by reading its {t}|Arregla en el día un {n} que falla leyendo su {t}
Builds the {n} that a ticket asks for, {t} included|Construye el {n} que pide la incidencia, {t} incluido
Replaces a slow {t} of the {n} and measures the gain|Sustituye un {t} lento del {n} y mide la ganancia
Sets up a {n} for a new service with a safe {t}|Configura un {n} para un servicio nuevo con un {t} seguro`),
    ends: sentences(`
, keeps the {u} small and names each {w} clearly.|, mantiene pequeño el {u} y nombra con claridad cada {w}.
, handles a missing {u} and retries the {w} once.|, trata la falta de {u} y reintenta una vez el {w}.
, and shows the {u} and the {w} in the review.|, y muestra el {u} y el {w} en la revisión.
, choosing between {u} and {w} by the size of the data.|, eligiendo entre {u} y {w} según el tamaño de los datos.
, and leaves a {u} that explains the {w} to others.|, y deja un {u} que explica el {w} a los demás.`),
  },
  advanced: {
    starts: sentences(`
Designs the {n} of several services around one {t}|Diseña el {n} de varios servicios en torno a un {t}
Tracks down a rare {t} in production {n} under load|Rastrea un {t} raro en un {n} de producción bajo carga
Moves a large {n} to another {t} with no downtime|Traslada un {n} grande a otro {t} sin parar el servicio
Cuts the cost of a {n} by half by rethinking its {t}|Reduce a la mitad el coste de un {n} al replantear su {t}
Judges when a {n} pays off and when a {t} is enough|Decide cuándo compensa un {n} y cuándo basta un {t}
Reviews the {n} of other people and foresees its {t}|Revisa el {n} de otras personas y prevé su {t}`),
    ends: sentences(`
, weighing {u} against {w} with figures.|, sopesando {u} frente a {w} con cifras.
, and proves the {u} with a failing {w} first.|, y demuestra el {u} antes con un {w} que falla.
, and teaches the team to read the {u} and the {w}.|, y enseña al equipo a leer el {u} y el {w}.
, with a rollback for each {u} and limits for the {w}.|, con marcha atrás para cada {u} y límites para el {w}.
, without losing a single {u} while the {w} changes.|, sin perder ni un {u} mientras cambia el {w}.`),
  },
  expert: {
    starts: sentences(`
Sets the {n} strategy of the organisation and its {t}|Fija la estrategia de {n} de la organización y su {t}
Decides for many teams which {n} to adopt, by {t}|Decide para muchos equipos qué {n} adoptar, según el {t}
Builds the {n} platform others rely on, {t} included|Construye la plataforma de {n} en que otros confían, {t} incluido
Writes the standard for {n} and audits every {t}|Redacta la norma de {n} y audita cada {t}
Leads the recovery of a company-wide {n} after a {t}|Dirige la recuperación de un {n} de toda la empresa tras un {t}
Contributes a new {t} to the open source {n}|Aporta un {t} nuevo al {n} de código abierto`),
    ends: sentences(`
, and answers for the {u} and the {w} to the board.|, y responde del {u} y del {w} ante la dirección.
, retiring the {u} that no longer earns its {w}.|, retirando el {u} que ya no compensa su {w}.
, and grows experts who decide on {u} and {w} alone.|, y forma expertos que deciden solos sobre {u} y {w}.
, with a budget for {u} and a plan for {w} failure.|, con presupuesto para {u} y un plan si falla el {w}.
, and publishes what was learnt about {u} and {w}.|, y publica lo aprendido sobre {u} y {w}.`),
  },
}

export interface Profession extends Pair {
  readonly short: string
  readonly family: string
}

export const PROFESSIONS: readonly Profession[] = sentences(`
Backend Engineer:Backend:Software Engineering|ingeniero backend
Frontend Engineer:Frontend:Software Engineering|ingeniero frontend
Fullstack Engineer:Fullstack:Software Engineering|ingeniero fullstack
Mobile Engineer:Mobile:Software Engineering|ingeniero móvil
Platform Engineer:Platform:Infrastructure & Reliability|ingeniero de plataforma
Reliability Engineer:SRE:Infrastructure & Reliability|ingeniero de fiabilidad
Network Engineer:Network:Infrastructure & Reliability|ingeniero de redes
Security Engineer:AppSec:Security|ingeniero de seguridad
Penetration Tester:Pentest:Security|probador de intrusión
Data Engineer:Data:Data & Analytics|ingeniero de datos
Data Scientist:Science:Data & Analytics|científico de datos
Data Analyst:Analytics:Data & Analytics|analista de datos
Vision Engineer:Vision:ML & AI Engineering|ingeniero de visión
Research Scientist:Research:ML & AI Engineering|científico investigador
Test Engineer:Test:Quality|ingeniero de pruebas
Quality Analyst:QA:Quality|analista de calidad
Product Manager:PM:Product & Design|jefe de producto
Product Designer:Design:Product & Design|diseñador de producto
UX Researcher:UXR:Product & Design|investigador de UX
Technical Writer:Docs:Product & Design|redactor técnico
Delivery Manager:Delivery:Management|jefe de entrega
Engineering Manager:EM:Management|jefe de ingeniería
Solutions Architect:SA:Architecture|arquitecto de soluciones
Firmware Engineer:Firmware:Hardware & Embedded|ingeniero de firmware
Robotics Engineer:Robotics:Hardware & Embedded|ingeniero de robótica
`).map(({ en, es }) => {
  const [name = '', short = '', family = ''] = en.split(':')
  return { en: name, es, short, family }
})

export const SPECIALITIES = pairs(`
Payments:pagos Growth:crecimiento Search:búsqueda Identity:identidad Pricing:precios Logistics:logística Fraud:fraude
Checkout:compra Content:contenido Messaging:mensajería Insurance:seguros Banking:banca Health:salud Energy:energía
Retail:comercio Travel:viajes Gaming:juegos Education:educación Media:medios Maps:mapas Ads:anuncios Billing:facturas
Partner:alianzas Customer:clientes Merchant:comercios Warehouse:almacenes Fleet:flotas Trading:mercados Lending:préstamos
Compliance:cumplimiento Analytics:analítica Integrations:integraciones Internal-Tools:herramientas Marketplace:mercado
Onboarding:incorporación Notifications:avisos Catalogue:catálogo Streaming:emisiones Telecom:telecomunicaciones
Automotive:automoción Aerospace:aeronáutica Agriculture:agricultura Legal:legal Tax:impuestos Hospital:hospitales
Laboratory:laboratorio Railway:ferrocarriles Maritime:marítimo Housing:vivienda Public-Sector:administración
`)

export interface LevelWords {
  readonly slug: string
  readonly name: string
  readonly short: string
  readonly aliases: readonly string[]
}

const LEVELS = new Map(
  lines(`
trainee|Trainee|Trn|becario,becaria,prácticas
junior|Junior|Jun|jr,entry level,principiante
middle|Middle|Mid|mid level,intermediate,intermedio,intermedia
senior|Senior|Sen|sr,snr,sénior
lead-staff|Lead / Staff|Lead|staff,tech lead,líder técnico,líder técnica
staff|Staff|Stf|staff level
lead|Lead|Ld|team lead,líder
principal|Principal|Princ|ppal,principal engineer
distinguished|Distinguished|Dist|distinguido,distinguida
associate|Associate|Assoc|asociado,asociada
head|Head|Head|jefatura,head of
director|Director|Dir|directora,dirección`).map((line) => {
    const [slug = '', name = '', short = '', aliases = ''] = line.split('|')
    return [slug, { slug, name, short, aliases: aliases.split(',') }] as const
  }),
)

/** The levels of a role, lowest first; the first ladder is the seed's and the commonest. */
export const LADDERS: readonly (readonly LevelWords[])[] = lines(`
junior middle senior lead-staff principal
trainee junior middle senior staff principal
junior middle senior staff principal distinguished
trainee junior middle senior lead staff principal
associate middle senior lead head director
junior middle senior lead staff principal distinguished`).map((line) => words(line).map((slug) => LEVELS.get(slug)!))

function lines(text: string): string[] {
  return text.trim().split('\n')
}

function words(text: string): string[] {
  return text.trim().split(/\s+/u)
}

/** `English:español` pairs; a Spanish side may have blanks in it. */
function pairs(text: string): readonly Pair[] {
  return [...text.trim().matchAll(/(\S+?):(.+?)(?=\s+\S+:|$)/gsu)].map(([, en = '', es = '']) => ({ en, es }))
}

function sentences(text: string): readonly Pair[] {
  return lines(text).map((line) => {
    const [en = '', es = ''] = line.split('|')
    return { en, es }
  })
}
