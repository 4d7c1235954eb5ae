/**
 * Questions in Spanish as people ask them, by the view that answers them: one a line, with `{role}`, `{level}`, `{domain}`, `{skill}` or
 * `{proficiency}` for names. Questions are read by them too, so that words that no phrase has are understood.
 */
export const examplesEs = {
  roles: `
    4 perfiles nomas o mas
    a que equivalent {level} en esta empresa
    a ver listame las posiciones
    acabo de aterrizar en la comunidad y ando perdidisima entre que perfiles profesionales puedo elegir aqui
    acabo de llegar a la empresa en que puestos se divide el area de datos e {domain}
    acabo de llegar a la empresa y me han dicho que mire la escalera me la ensenas entera
    ando dudando entre las opciones me gusta limpiar datos y tambien deployar tipo que soy yo
    aqui tienen {role} o puro data
    buenas que puestos teneis metidos aqui
    busco una vista de pajaro de su estructura profesional que hay en que orden y con que denominacion
    che en mi laburo todos somos ingenieros a secas ustedes como dividen a la gente que trabaja con datos e {domain}
    che que carreras tecnicas manejan uds
    cinco niveles dijiste cuales eran
    como es la jerarquia
    como se llaman los escalones
    como son los niveles de {role}
    con perfil de sysadmin tirando a {skill} donde me colocariais
    cual es el tope al que uno puede aspirar
    cual es la categoria mas alta y cual la mas baja
    cuales son las habilidades clave de cada rol
    cuales son los niveles
    cuales son los niveles de un {role}
    cuales son los roles disponibles
    cuantas skills hay en total
    cuantos niveles existen
    cuantos niveles hay
    cuantos niveles maneja la escalera
    cuantos niveles son en total
    cuantos niveles tiene la carrera
    cuantos niveles tiene la escalera
    cuantos peldanos hay desde que entras hasta arriba del todo
    cuantos puestos aparecen
    cuantos puestos tienen documentados
    cuantos roles hay
    cuantos roles teneis
    cuentame todos los roles
    dame el listado nomas
    dame el menu de perfiles
    data scientist esta entre los que cubris o solo ingenieras
    de que niveles consta
    de todo lo que hay aqui que pega mas con alguien de matematicas que odia el {domain}
    decime los niveles por favor
    desde el mas bajo hasta el mas alto nombre los escalones
    despues de {level} que sigue
    despues de {level} que viene
    despues de {level} que viene y despues de eso
    dime los niveles que hay
    dime los roles
    el mas bajito de todos como se llama
    el orden es {level} {level} {level} y despues que viene
    en que niveles se divide la carrera
    ensename el organigrama de puestos
    ensename la escalera completa
    entre los perfiles que tienen cual le pega a alguien que ama {skill}
    entre tanto titulo rimbombante me hago bolas necesito saber cuales son los puestos que de verdad reconocen ustedes
    escalon completo
    escalones existentes gracias
    estoy armando una lamina para rh y necesito poner los nombres de todas las categorias profesionales
    existe el nivel {level} aqui o se pasa directo a {level}
    expliqueme esa escalera de la que todos hablan de que se compone
    expliquenme si son tan amables cuantos peldanos hay desde el recien egresado hasta la cima de la carrera tecnica
    hace anos que toco un poco de todo y de nada ayudame a averiguar que especialidad de las suyas va conmigo
    hay algo por encima de {level} o ahi se acaba
    hay mas de un rol o es uno solo
    hay mas roles aparte del de {role}
    hay nivel de becario o practicante
    hay un puesto por debajo de {level} tipo intern
    hola parce cuales son los cargos que uno puede ver
    informacion puestos
    la opcion de frontend no la veo entonces cuales si estan
    lista de cargos disponibles
    lista de cargos por favor
    lista de niveles
    lista de niveles de {role}
    lista de puestos disponibles
    lista de roles
    los grados que existen por favor solo los nombres
    los ingenieros de datos salen aqui quienes mas
    mapa completo de la escalera
    mapa completo de la escalera por favor
    me aburre el frontend quiero cambiarme a algo con {domain} pero no se a que puesto de los suyos
    me encantaria ver la lista de puestos con sus peldanos
    me gusta programa pero no las matematicas cual de los puestos va conmigo
    me gustan las matematicas y no tanto los servidores por cual carrera me inclino
    me gustaria ver el mapa completo de puestos antes de decidir hacia donde tiro
    me interesa lo de inteligencia artificial pero no se cual rama elegir
    me laten los datos y el {skill} nada de entrenar {skill} cual me queda mejor
    me paso el dia levantando clusteres y automatizando {skill} vos en que casillero me podrias
    me podria indica usted los nombres oficiales de los cargos los necesito para no meter la pata en un correo
    me puede listar los roles disponibles
    me tira mas la {domain} que los modelos que agarro
    mi jefa dice que sois cuatro familias con cinco rangos cada una es correcto
    mi jefa hablo de los cuatro caminos en la reunion y asenti sin tener la menor idea de cuales son
    muestrame los perfiles que hay
    ni idea en que casillero entro soy {domain}
    nivel maximo
    niveles disponibles
    no se en que encajo me gusta montar {domain} pero tambien toco modelos
    no se si lo mio es datos o modelos que perfil me recomiendas
    no se si por encima de {level} hay algo mas o si ahi se acaba el recorrido
    nombres de los rangos
    numero total de seniorities
    opciones de carrera en esta empresa
    opciones de carrera para gente tecnica de {domain} en la compania cuales son
    orden de menor a mayor {level} {level} {level} y luego
    oye y los de {role} y los de {domain} son puestos aparte o el mismo
    para entender el panorama general parce que carreras estan metidas en esa famosa escalera
    para que perfiles sirve este bot
    para que roles sirve esta escalera
    para que roles sirve esto
    para quien es esta escalera
    perdon la ignorancia pero esta ladder de que partes se compone
    por encima del {level} todavia hay algo
    primera vez que entro que hay para elegir
    program poco pero {skill} si donde encajo
    que caminos profesionales hay por aqui
    que cargos hay
    que cargos hay en la escalera
    que carreras tienen
    que escalera es esta y que puestos contempla
    que familias de puestos y rangos estan contemplais en total
    que hay por debajo de {level}
    que hay por encima de {level}
    que laburo describe esta herramienta
    que nivel viene primero y cual es el mas alto
    que niveles existen
    que niveles hay
    que otros roles teneis
    que perfiles abarca y cuantos escalones hay en cada uno
    que perfiles puedo consultar aqui
    que puestos existen
    que puestos hay
    que puestos hay en la escalera
    que rol me conviene
    que roles existen
    que roles hay
    que roles teneis
    que roles tienen
    que seniorities existen
    que sigue despues de {level}
    que tipos de ingeniero hay en esta empresa
    que titulo reconocen ustedes ademas de {role}
    que trayectorias se pueden elegir
    quiero ver el mapa general antes de meterme en detalles
    quisiera conocer la estructura general titulo y grados
    roles
    se contempla el grado de {level} o directamente se arranca en {level}
    segun recursos humanos existen cinco escalones para cada especialidad aunque nadie supo enumerarmelos
    senorita rung seria tan amable de indicarme los perfiles disponibles
    solo hay ingenieros de {role}
    solo teneis {role} o hay algo mas
    son los mismos cinco peldanos para todos los perfiles
    soy analistas de negocio con ganas de cambiar de aires y quisiera saber que salida de las que ofrecen me calza
    soy data scientist con cual de sus roles me identifico mas
    soy dba hace rato para que lado tiro
    soy estudiante de ultimo ano no cacho bien las opciones que hay por aqui me orientame
    teneis algo para data scientists o solo {role}
    tengo que preparar una diapositiva con todas las categorias y rangos que manejan me vendria de perlas un listado
    tengo una charla de carrera y quiero conocer las opciones que existen
    todas las profesiones que cubre el bot
    un colega asegura que la escalera solo contempla a los de {domain} y yo creo que hay mas gente incluida
    vengo de analistas bi cual me pega mas
    vengo de la estadisticas program en python y me aburre la {domain} alguien me podria orientame sobre donde encajo mejor
    vengo de {domain} con 6 anos y quiero pasarme a algo de {domain} por cual rama tiraria
    vengo de {domain} cual rol me queda mejor
    vengo de {domain} y ando perdida en cual de las opciones encajo mejor
    vengo de {domain} y me gusta la {domain} cual puesto me queda mejor
    vos dime a cual me postulo si lo mio es chatear con {skill} y armar bots
    y dsp de {level} hay algo
    {level} cuenta como nivel o se empieza en {level}
    {level} es lo mas alto no
    {level} y {level} misma cosa
    {level} y {level} son el mismo peldano o dos aparte
    {level} y {level} son lo mismo o son escalones separados
  `,
  role: `
    a mi hermana le propusieron ser {role} y me pregunto de que va eso no supe que contestar
    a que le tira un {role} aqui neta ni idea
    a que se dedica un ing de datos aqui
    a que se dedica un {role}
    abreme la pagina de ingenieria de {domain} con todos sus rangos que quiero curiosear antes de postular
    abrime ing de datos
    antes de pedir el traslado interno quiero leer de cabo a rabo lo que dice la escalera del {role}
    areas
    como definen ustedes a un {role}
    como defines al {role}
    cuales son las habilidades obligatorias de un {role}
    cuales son los niveles
    cuantas habilidades hay en total
    cuantas skills tiene un {role}
    cuantos dominios cubre el {role}
    cuantos niveles hay
    cuantos niveles tiene la escalera
    cuentame con pelos y senales que abarca el puesto de {domain} en esta escalera
    cuentame del {role}
    cuentame que hace un {role}
    cuentame sobre el rol de {role}
    cuentame sobre el rol del que opera modelos en produccion
    cuentame todo de {role}
    cuentame todo del rol de {role}
    cuentame todo sobre el puesto de {role}
    dame la chapa entera del {role}
    dame la lista de skills
    de los ingenieros de {domain} se apenas lo que sale en linkedin quiero la version seria la de ustedes
    de que trata el perfil de datos en general de abajo a arriba
    de que va el puesto de plataforma {role} y como esta armado
    de que va el rol de {role}
    de que va eso de ser {role}
    diferencia entre {level} y {level}
    dominios
    el de {domain} que hace en resumen
    el nuevo viene contratado como {role} y nadie aqui sabe para que sirve echame un cable
    el perfil data general
    el {skill} es obligatorio para llegar a {level}
    en cuantas areas se divide
    en plan resumen a que se dedica la gente de datos
    en que consist la profesion de {role} segun su documento
    en una charla me preguntaron que es un {role} y me trabe pasame una buena definicion
    ensename los dominios
    ese que arma bots con {skill} como es el puesto
    estoy redactando una charla para universitario y me haria falta todo lo que tengan sobre el {role}
    expectativas del {role}
    explicame el puesto ese de los {domain}
    ficha completa del {role} please
    ficha del rol de {role} con sus escalones
    habilidades
    hablame de {role}
    hablame del puesto de {role}
    hablame del rol de {role}
    hablame del {role} como si fuera a contratar el primero de la compania
    hableme del cargo {role} en terminos generales por favor
    hace falta {skill} en {level}
    informacion completa rol datos
    la carrera de {domain} de principio a fin
    lista todos los dominios por favor
    llevo dos semanas como {role} sin que nadie me haya explico el cargo de principio a fin me das una mano
    los que montan cosas con {skill} y {skill} describeme ese oficio
    los que trabajan con {skill} y esas cosas como es ese puesto aqui
    me interesa el camino de {role} de abajo hasta {level} que trae
    me interesa {domain} ensename esa rama completa
    me ofrecieron la plaza de {role} y no se ni que es iluminenme
    me ofrecieron pasar a {role} y quiero leer de punta a punta que implica ese puesto
    me ofrecieron pasar al equipo de {role} y la verdad sea dicha no tengo claro en que consist ese oficio
    me ofrecieron un puesto de {role} y no se bien que es
    me podes contar que se pide para {role}
    me suena a {domain} con otro nombre que es realmente el cargo de {role}
    mi equipo va a incorporo a un {role} engineer por primera vez y nadie sabe bien que pinta tiene ese perfil
    mi hermana piensa meterse de {role} me {skill} un panorama
    mi hermano labura de {role} y nunca le entendi me contas de que es eso
    mi manager dice que lo de {role} es {domain} con modelos pero intuyo que la cosa tiene mas miga
    mi primo es {role} de que va
    mi sobrino me pregunto que hace alguien de {role} y quede mudo
    muestrame el cargo de {role} con todos sus niveles
    muestrame la matriz entera de {domain}
    muestrame la pagina de {role}
    necesito la descripcion {skill} del rol que arma los {skill} datos
    necesito saber {skill}
    necesito una panoramica del trabajo en datos para explicarselo a direccion no me hace falta ningun nivel en particular
    necesito una vision global del perfil de datos para mi presentacion
    niveles
    no entiendo que pinta un {role} en mi empresa iluminame
    nos llego un tal {role} al equipo a que se dedica esa gente
    oiga y los de {role} que son cientificos o programadores
    oiga y que hace exactamente un {role} en esta escalera
    oye y el de datos que onda dame el panorama completo de esa chamba no nada mas un nivel
    panorama del trabajo de {role} sin entrar al detalle de cada escalon
    para que existe el rol de {role} en una empresa
    perfil {domain} proposito y areas
    perfil {role} completo
    podria describeme usted la profesion de ingeniero de inteligencia artificial {domain}
    podria usted resumeme que hay dentro del rol {role} con sus areas y todos sus escalones
    presentate el puesto de {domain} como si no supiera nada
    que abarca {role}
    que cambia de {level} a {level}
    que carajo hace un {role}
    que diferencia hay entre un {level} y un {level}
    que dominios hay
    que es un {role}
    que es un {role} en esta empresa
    que es {skill} en la escalera que se pide de eso
    que escalones hay
    que habilidades se necesitan para el rol de {role}
    que habilidades son obligatorias para {role}
    que hace un {level}
    que hace un {role}
    que hace un {role} a grandes rasgos y como esta armada su carrera
    que hace un {role} aca
    que hace un {role} en su dia a dia
    que incluye ser {role}
    que le piden a un {role}
    que me falta para ser {level}
    que niveles existen
    que niveles tiene {role}
    que onda con el {role} de que trata
    que onda el puesto de {role}
    que pide {role} que no pida {role}
    que se espera de un {level}
    que se espera de un {level} en {domain}
    que se espera de un {role}
    que se le pide a un {role}
    que se supone que es un {role} en esta escalera
    que separa a un {level} de un {level}
    que tiene que saber un {role}
    quien es el que deja los datos listos para los analistas quiero conocer ese oficio
    quien es y que hace un {role} panorama general
    quiero leer la descripcion entera del perfil de {domain} de {level} hasta arriba
    quiero saberlo todo sobre la gente que despliega y opera modelos
    quiero ser {level} que tengo que aprender
    quiero ver al {role} de pies a cabeza con todos sus niveles
    quisiera una radiografia completa del {role} desde el mas novato hasta el mas curtido
    requisitos para {role}
    segun vosotros que se considera un {role} porque en cada empresa es una cosa
    sobre mi rol soy de datos que dice la escalera en conjunto
    soy community manager y debo presentar al {role} en {skill} donde encuentro su ficha entera
    soy reclutadora y necesito entender la figura del {role} dominios niveles proposito
    tengo que presentar manana al equipo el perfil {role} pasame todo lo que tengas
    tengo una entrevista interna para plataforma de modelos y quiero conocer ese puesto a fondo
    tengo una reunion el lunes sobre la vacante de {role} y me gustaria llegar empezado del perfil
    tirame data del puesto de {domain}
    todas las skills
    todavia confundo al que entrena modelos con el que los mantiene vivos hablame largo y tenido del segundo
    un reclutador me hablo maravillas del trabajo con {domain} como puesto fijo y quisiera conocerlo a fondo
    un {role} es solo un programador que sabe {skill}
    un {role} necesita {skill}
    un {role} no es mas que un {domain} con notebooks
    ver perfil completo {role}
    y el de data ensename enterito
    {role} de que va eso
    {role} engineer
    {role} explicame ese rol
    {role} que es eso exactamente
    {role} suena a cientifico de datos con otro nombre o que es exactamente
  `,
  level: `
    a que me comprometo si acepto ser {level} de {domain}
    a que se compromete uno con el puesto de {level} de {role}
    a ver que hay que acreditar para que te considered {level} de {role} y no te lo discuta nadie
    acabo de entrar de {level} y estoy un poco perdido que se espera de mi
    alguien en categoria {level} dentro de {domain} como debe desempenarse
    ando haciendo las fichas del equipo y me toca la de {role} {level} pasame el conjunto entero de exigencias
    buenas tardes podria indicarme que se le exige a un {level}
    che cuanto se le puede reclamar a un pibe que recien arranca en {role}
    checklist completo para un {level} de {role} por favor
    como es el nivel {level}
    como es un buen {level} de {role} segun ustedes describanmelo de pies a cabeza
    como reconozco a un buen {level} de {role} que tendria que estar cumpliendo
    como reconozco que alguien trabaja de verdad como {level} dame los criterios para el rol de {domain}
    como se si un {role} you esta en nivel {level} busco criterios concreto
    con que criterios se considera que alguien cumple como {level} {role}
    con que vara mido a un {level} {role}
    contrato un {level} {role} que le puedo exigir
    cuales son imprescindibles para un {role} {level}
    cuales son las responsabilidades de una {role} de nivel {level}
    cuales son las skills obligatorias de un {role} {level}
    cuales son los requerimientos para ser {level} en {role}
    cuales son los requisitos para ser {role} {level}
    cuando puedo decir que alguien you es {level} de verdad en data
    cuantas habilidades en {proficiency} se piden a un {role} {level}
    cuantas habilidades obligatorias tiene un {role} {level}
    cuantas habilidades se le piden a un {role} {level}
    cuantas skills en {proficiency} necesita un {role} {level}
    cuantas skills necesita a nivel {proficiency} un {role} {level}
    cuantas skills necesita un {role} {level}
    cuantas skills tiene que dominar un {level}
    cuentame que exigencias trae el cargo de {level} en {role}
    cuentame que hace falta para un {level}
    descripcion de puesto con los requisitos de {level} de {role} por favor
    dime lo que se pide de un {level} en {role}
    dime que necesita un {role} {level}
    dime todo lo que tiene que saber un {role} {level} asi no mando fruta en la induccion
    el lunes me estreno como {role} {level} y no quisiera degradar que van a pedir de mi
    el man que entra de {role} {level} que tiene que saber hacer solito
    empiezo el lunes como {level} que deberia saber
    en cuantas skills tiene que ser {proficiency} un {role} {level}
    en la entrevista me dijeron esperamos que te compartes como {level} y eso con que se come en ingenieria de {domain}
    ensename la ficha del {level} de {role}
    ensename las expectations de {level} {role} por favor
    ensename lo que abarca un {level} en {role}
    entra pibe nuevo a data con que deberia venir
    entro el lunes como {role} {level} y quisiera la lista completa de lo que van a esperar de mi
    estandar que aplica a un {level} de {role} por favor
    estoy armando la ficha de evaluacion para los {level} de plataforma necesito cada punto que deberian cumplir
    estoy escribiendo objetivos para mi equipo de {role} todos son {level} dame lo que la escalera les exige
    expectations de un {level}
    expectations {level}
    expectations {role} {level}
    expectativas de nivel {level} por favor
    expectativas para un {role} {level}
    expectativas para {level} de {role}
    explicame el nivel {level} para los de {domain} por favor
    explicame que es un {level}
    firme contrato de {role} {level} sin leer la letra pequena asi que que trae exactamente el paquete
    funciones {role} {level}
    habilidades en {proficiency} para un {level} de {role}
    habilidades obligatorias para {role} {level}
    hasta donde llega un {level} de {role} hablo
    hay un compa que se dice {level} de {role} y no da una quiero leer que dice el documento sobre lo que tendria que aporta
    hoja para revisar a mi {role} {level} en el 1 1
    hola entro el lunes de {level} {role} con que tengo que cumplir
    hola me podrias decir que deberia saber una {role} {level}
    hola soy {level} recien llegada que tengo que saber
    la definicion completa de {level} en {role}
    la vara para el {level} de {role} donde esta puesta
    la vara para un {level} de {role} es muy alta muestrame que le piden
    la vara para un {role} {level} cual es
    listado integro de lo exigido a un {role} {level}
    liston de {level} entero y sin resumir
    lo que tiene que cumplir un {level} de {role} de la a a la z
    manana tengo 1 1 con mi {level} de {role} y quiero ir con la lista de lo que le toca cumplir
    me acaban de hacer {level} que tengo que saber
    me acaban de nombrar {level} y ni idea de que me toca hacer ahora
    me acaban de subir a {level} {role} y tengo sindrome del impostor que se supone que debo dominar you
    me ascendieron a {level} de un dia para otro y sigo sin saber cuales son mis obligaciones
    me han hecho {level} y ahora que
    me han nombrado {level} de {role} y sinceramente no se que esperan de mi
    me nombraron {level} y con el cargo no vino ningun manual de que se supone que respondo ahora
    me ofrecieron {role} {level} y antes de firmar quiero ver a que me obligan
    me pasas lo de {level} de {role} porfa
    me pasas todo lo que le piden a un {level} de {role} el paquete entero
    me pueden listar los requisitos de mi puesto actual soy {level} en {role}
    mi companera presume de {level} en {role} y me pica la curiosidad por ver cuan alto esta ese liston
    mi hermano quiere ser {role} y le dijeron que entra de {level} que le exigirian
    mi jefe dice que como {level} you tendria que resolver todo solo es verdad eso
    mi jefe opina que no doy la talla como {level} quisiera ver negro sobre blanco lo que se le exige a uno
    mi reporte es {level} en {domain} que es razonable exigirse
    mi tutor insiste en que un {level} de {role} you debe responder por muchas cosas pero nunca concreto cuales
    mido bien si digo que una {level} de {role} debe llevar proyectos ella sola muestrame lo que se espera
    muestrame el nivel {level} de {role}
    muestrame la tabla de competencias del {level} de {role}
    necesito preparar la evaluacion anual de una persona {level} {role} que deberia verse en ella
    necesito redacto los objetivos anuales de una persona que esta en el segundo escalon de {domain} que contempla ese escalon
    necesito saber que conocimientos van con el puesto de {role} {level}
    necesito una descripcion de lo que hace un {level} da igual el rol
    necesito una lista de verificacion para un {role} {level} porque manana tengo su evaluacion semestral
    no entiendo que quieren de un {level} en {role} explico completo
    no manches tantas skills pide un {level} de {role}
    nunca me quedo claro hasta donde llega la {skill} de un {role} de primer escalon expliquenmelo
    obligaciones de un {level} en {role} las tienes
    oigan me acaban de nombrar {level} de {role} y nadie me dijo que esperan de mi me orientame
    onnx
    oye mi jefa me pidio imprimir la hoja del {level} de {role} con todas sus expectations
    para la descripcion de la vacante me hacen falta los requisitos complete de un {role} {level} sin adornos
    pasame el perfil integro de un {level} de {role} habilidad por habilidad
    pasame los requisitos de {level} {role} en formato lista
    perfil requeridas para un {level} {role} todo junto
    po y al {level} de {role} hasta donde se le pide
    preparo el onboarding de un {level} de {role} y necesito la lista entera de lo que ha de dominar
    que alcance tiene el trabajo de una {level} engineer en datos y con que profundidad en cada tema
    que cabe esperar de quien lleva el sombrero de {level} en {role}
    que debe saber un {level}
    que deberia dominar un {level}
    que deberia dominar you alguien que lleva el titulo de {role} {level}
    que deberia saber hacer yo siendo {level} en {domain}
    que deberia saber hacer you un {level}
    que deberia saber un {role} {level}
    que deberia ver yo como manager en un {role} {level} al cabo de unos meses
    que diriais que distingue a una buena {role} de nivel {level}
    que distingue a un {level}
    que es lo imprescindible en {role} {level}
    que es obligatorio para un {role} {level}
    que es opcional para un {role} {level}
    que es un {level}
    que habilidades debe tener un {role} {level}
    que habilidades necesita un {role} {level}
    que hace falta cumplir estando en el nivel {level} de {role}
    que hay por encima de {level}
    que implica ser {level}
    que implica ser {level} en {role}
    que le exigen a un {role} {level}
    que le pedimos a un {level}
    que le pedis a un {level}
    que le pide la empresa a un {level} de {role}
    que le piden a un {role} {level}
    que me piden para ser {role} {level}
    que pide la escalera a un {role} {level}
    que pides a un {level}
    que pinta tiene el nivel {level}
    que pinta un {level} en {role} quiero su descripcion completa con todas las competencias
    que quiere decir ser {level} {role}
    que responsabilidades tiene un {level} en inteligencia artificial {domain}
    que sabe hacer un {role} {level}
    que se espera de un {level}
    que se espera de un {level} de {role} en su 1er ano
    que se espera de un {level} en {role}
    que se espera de un {role} {level}
    que se le exige a un {level}
    que se le exige a un {level} de {role}
    que se le pide a un {level}
    que se le pide a un {role} {level}
    que se supone que tiene que saber hacer un {role} {level} de la a a la z
    que significa ser {level}
    que significa ser {level} aca
    que skills debe tener un {role} {level} en {proficiency}
    que tan alto esta el liston en general para alguien {level} en modelos
    que tan autonomo tiene que ser alguien de nivel {level} en {role}
    que tan cabron tiene que ser un {level} {role}
    que tan pro hay que ser para que te considered {level} de {role}
    que tendria que saber hacer un {level} de {role}
    que tengo que saber para ser {role} {level}
    que tiene de especial ser {level} que cosas te piden ahi
    que tiene que manejar un {role} {level}
    que tiene que saber un {level}
    que tiene que saber un {role} {level}
    quiero armar el plan de induccion de un {role} {level} y no se que se le pide en conjunto
    quiero leer la descripcion del nivel mas alto de {role}
    quisiera entender que implica la categoria {level} en {role}
    quisiera ver todo lo que debe demostrar alguien que you lleva el titulo de {level} en {role}
    recien entre de {role} {level} que esperan de mi
    requisitos de {level}
    requisitos de {role} {level}
    requisitos para {level}
    requisitos {level}
    responsabilidades del {level} {role}
    responsabilidades {level} {role}
    resumen de expectations {role} {level}
    se le pide mucho a un {level} {role}
    se me acerca la evaluacion anual y soy {role} {level} con que vara me deberian medir
    segun mi tech lead a un {level} de {role} no se le puede pedir que opere nada en prod que dice la escalera sobre los {level}
    seria tan amable de detallame todo lo que debe dominar un {role} que recien empieza
    si contrato a alguien como {level} en operaciones de {role} que debo dar por sentado que trae
    soy jefe de equipo y acabo de fichar a una {role} {level} dime que puedo exigirse sin pasarme de la raya
    soy manager y no vengo del mundo de datos como reconozco a un buen {role} {level}
    soy {level} que me pedis
    soy {level} que se espera de mi
    soy {level} que tengo que saber
    soy {level} y debo explicarle a rrhh que significa ser {level} en plataforma de modelos
    tareas y deberes {role} {level} version imprimible si puede ser
    tengo a un chico que you no es novato pero tampoco vuela solo que cabe esperar de un {role} de rango {level}
    tengo a una chica nueva de nivel {level} en el equipo y no se que puedo exigirse
    tengo un {level} de {role} recien entrado en el equipo que le puedo pedir sin pasarme de la raya
    todo lo que cubre un {level} de {domain} con su grado de dominio lo obligatorio y lo que no
    todo lo que lleva {level} {role}
    todo lo que tiene que manejar un {role} {level} punto por punto
    un {level} de {role} que sabe cuentame entero
    un {level} de {role} que tiene que aporta
    un {level} en {role} que tiene que saber
    usted me dira que obligaciones trae consigo el cargo de {level} en {role}
    vamos a abrir una vacante de {role} {level} y necesito saber que competencias trae ese nivel
    vengo de otra empresa y entro como {level} que deberia saber
    voy a entrevista a una {role} {level} que deberia saber hacer
    y a los que recien parten en {role} que se les exige
    y un {level} de que se supone que responde hermano porque yo lo veo solo en reuniones
    {level} de {role} que pide
    {level} de {role} requisitos
    {level} {role} que le piden
    {level} {role} que onda que piden
    {role} {level} expectations
  `,
  domain: `
    a nivel {domain} que cosas tiene el {role} {level}
    alguien me podria desglosar el apartado de {domain} de un {level} que es donde mas cojeo
    ando repasando por areas ahora toca {domain} en el de {domain}
    che y en {domain} que cosas concreto tiene que saber una {role}
    che y en {domain} {domain} para {role} que figura
    como dba reconvertida me interesa en especial la parte de {domain} que le toca al {role} {level}
    como se ve alguien {proficiency} en {domain}
    como {level} de {role} que me piden en el terreno de las {domain}
    compara {level} y {level} de {role} en {domain}
    comparar {role} y {role} en {domain}
    cual es el contenido del capitulo de {domain} para el que esta de {level} en {role}
    cuales son las areas
    cuales son las skills que entran en {domain}
    cuanta {domain} tiene que saber un {level}
    cuantas habilidades hay en {domain}
    cuantas skills hay en total
    cuanto debe saber de {domain} un {level}
    cuanto {domain} necesita un {level}
    cuentame del dominio {domain}
    cuenteme que competencias de {domain} le corresponden a una {role} de rango alto
    dame la lista de dominios
    dame los temas de {domain} que tiene que manejar un {level} de {role} agrupadas
    de la rama de {domain} que le piden a un {level} de {role}
    de que va el area de {domain}
    de {domain} puro cuanto lleva un {role} desglosado
    de {domain} se lo justito para no romper nada que abarca esa rama en el perfil de datos
    de {level} a {level} en {domain} {role}
    dentro de {domain} que habilidades entran para un {role} {level}
    desglosame la parte de {skill} y despliegue continuo para un {level} {role}
    diferencia entre {level} y {level} de {role} en {domain}
    diferencia entre {level} y {level} en {domain} para un {role}
    dominios
    el apartado de {domain} del {role} me lo abres
    el auditor me pregunto como andamos de {domain} los de {role} y quisiera saber que incluye esa area para un {level}
    el rollo de {domain} y {domain} a un {role} {level} le toca algo
    el {domain} es la novedad del ano en mi oficina pero que mete ahi la escalera para un {level}
    en lo tocante a {domain} que pide el rol de datos a su gente mas veterana
    en mi equipo nadie escribe {domain} ni por error que se espera en materia de {domain} de un {role}
    en que consist el dominio de {domain} cuando uno es {role} {level}
    en que se diferencian {role} y {role} en {domain}
    en que se distinguen {role} y {role} en {domain}
    en {domain} que diferencia hay entre un {role} {level} y uno {level}
    en {domain} que pide el {level} de {role}
    en {domain} y {domain} un {role} {level} que tiene que tocar
    es importante la {domain} para un {level}
    fijate que me interesa solo el rubro de {domain} dentro del perfil {role} hay algo
    filtrame {role} por {domain} nomas lo demas no me importa
    habilidades de {domain} que se piden en {role}
    hablame del dominio {domain}
    info sobre {domain}
    las {domain} que se piden en {level}
    lista de dominios
    lista de habilidades
    lista de skills
    lo de {domain} que incluye exactamente
    lo de {skill} y compania o sea la categoria esa de programa con {domain} que le piden ahi a un {level} {role}
    lo mio nunca fue el {domain} y ahora resulta que mi puesto de {domain} trae un monton de eso muestrame cuales son
    me dijeron que flojeo en {domain} y {domain} despliega por favor esa seccion para un {role} {level}
    me flojea todo lo de {domain} ensename que incluye para {level} de {role}
    me podrias decir los dominios que toca un {role}
    me tinca reforzar el area de {domain} que skills caen ahi para un {level} de {role}
    mi equipo quiere reforzar la {domain} que competencias agrupa ahi para un {level} {role}
    mi tesis gira en torno al {domain} asi que quisiera conocer que piden en ese terreno a un {role} {level}
    mi {level} me mando reforzar {domain} asi en general y no se que temas caben ahi dentro
    muestrame el dominio de {domain} para {role} {level}
    muestrame las skills de {domain}
    muestrame todas las habilidades
    muestrame {domain}
    nuestro ciso pregunta que temas de proteccion y ciberseguridad contempla la escalera para los de {role}
    nuestro comite quiere revisar juntos el dominio de {domain} necesito el listado de lo que contiene para un {level}
    numero total de habilidades
    preparo un taller de {domain} interna y quiero saber que temas de esa area tienen los {role} {level}
    preparo una capacitacion interna de {domain} y me falta el temario segun la escalera para {level}
    que abarca el bloque de {domain}
    que abarca la parte de {domain}
    que areas cubre esto
    que cambia en {domain} entre {level} y {level} de {role}
    que competencias caen bajo {domain} y {domain} para un {role} {level}
    que debe saber de {domain} un {role} {level}
    que dominios existen
    que dominios hay
    que entra en el dominio de {domain}
    que entra en el saco de {domain} segun uds
    que entra en {domain}
    que habilidades entran en el dominio de {domain}
    que habilidades entran en {domain}
    que habilidades evaluan
    que habilidades existen
    que habilidades hay
    que habilidades hay en {domain}
    que habilidades tiene el dominio de {domain}
    que hay de {domain}
    que hay de {domain} para un {level}
    que hay de {domain} para un {role} {level}
    que hay dentro de {domain} para un {role} {level}
    que hay en el dominio de {domain}
    que hay en la categoria de desarrollo con ayuda de {domain} y quien lo agrupa asi
    que hay metido en {domain}
    que hay que saber de {domain} en {role} {level}
    que incluye {domain}
    que le exigen en {domain} a un {role} {level}
    que le piden de {domain} a los de datos si es que algo
    que me falta de {domain} para ser {role} {level}
    que necesito de {domain} para {role} {level}
    que parte de {domain} le toca al {level} de {role}
    que pedis de {domain} a un {level}
    que pide de {domain}
    que piden de {domain} a un {role} {level}
    que pinta la {domain} en un {level} de {role}
    que se espera de un {level} de {role} en {domain}
    que se espera de un {level} en {role} en cuanto a {domain}
    que se espera en {domain} de un {role} {level}
    que se pide en {domain}
    que se pide en {domain} a un {role} {level}
    que skills de {domain} necesita un {role} {level}
    que skills hay de {domain}
    que skills hay en {domain}
    que skills tiene la matriz
    que tal de {domain} tiene que andar un {level}
    que tal el bloque de {domain} en el perfil de datos
    que tanto de bases de datos ve un {role} {level}
    que tanto se mete el de {role} en {domain} y en que temas
    que temas de {domain} toca un {level}
    que tengo que dominar de {domain} como {role} {level}
    que {domain} necesita un {level}
    quiero echarle un ojo solamente al capitulo de {domain} del ingeniero {level} lo demas por ahora me da igual
    quiero ver el apartado de {domain} para {role}
    requisitos de {domain} para {role} {level}
    soy {domain} y me cambio a {role} que cosas de {domain} y {domain} hay en ese perfil
    todo lo relative a ciberseguridad en {role}
    todo lo relative a la {domain} me da vertigo ensename que entra en ese bloque para un {role}
    un {level} tiene que saber {domain}
    un {role} {level} tiene que saber de {domain}
    usted dira que exagero pero necesito el detalle del area de {domain} para un {role} recien llegado
    voy a dar un taller sobre {domain} y me gustaria ver que se agrupa bajo ese paraguas para los {level}
    voy a dar una charla de {domain} a los de {domain} y necesito saber que pone la matriz en ese bloque
    y de temas {domain} soy {role} {level}
    y de {domain} que le toca al {role}
    y en la {domain}
    y en {domain} que se espera de un {level} de {role}
    {domain} cuales compone ese grupo
    {domain} dentro del rol {role}
    {domain} en {role} que entra
    {domain} en {role} {level}
    {domain} en {role} {level} muestrame la seccion
    {domain} para un {role} {level}
    {domain} para {role} que skills son
    {domain} que abarca ese dominio en {role} {level}
    {domain} que habilidades trae adentro
    {domain} que hay adentro
    {domain} que incluye
    {domain} que se pide a un {level}
    {domain} y eso el apartado entero
    {domain} y un {level} que tal tiene que ir
    {level} vs {level} en {domain} para {role}
    {level} y {level} de {role} en {domain}
    {role} {domain} que habilidades
    {skill} y {domain} la categoria entera en {role} {level}
  `,
  cell: `
    a que nivel de {skill} debe estar un {level} de {role}
    a que nivel debe manejar {skill} un {role} {level}
    a que profundidad debe manejar {skill} una {level} {role}
    a un {level} de {role} le exigen de verdad ser {proficiency} en {skill}
    a un {level} de {role} que tan fuerte lo quieren en {skill}
    a ver che {skill} en {role} {level} hay que manejarlo en serio o por arriba
    bancame una al semi de {domain} le piden {skill} o todavia zafa
    basta con conocimiento basico de {skill} para un {role} {level}
    basta con {proficiency} de {skill} siendo {level} de {role}
    buenas llevo tres meses de {level} y me toca montar cosas en la {domain} hasta donde tengo que saber de {skill}
    cachai si el {level} de {role} tiene que cachar de {skill} o con lo basico va bien
    como de bien tiene que escribir {skill} un {level}
    como {level} debo saber {skill} y {skill}
    con conocimiento basico de {skill} cumplo de {level} en {role}
    con cuanta profundidad debe conocer {skill} una {role} {level}
    con lo basico de {skill} zafo como {level} {role}
    con lo que me cuesta {skill} cuanta {skill} le toca a un {role} {level}
    con que profundidad debe conocer {skill} un {level}
    con que soltura debe trabajar un {role} {level} con {skill}
    con saber leer un dashboard de {skill} cumplo como {level} de {role} o piden mas
    con {proficiency} basicas de {skill} me alcanza para {role} {level}
    cuan bueno tengo que ser escribiendo docs tecnicas siendo {level} {role}
    cuanta estadisticas de drift o sea {skill} me exigen como {role} {level}
    cuantas letras tiene que tener un {level} de {role} en {skill} una a o una e
    cuanto de {skill} necesito si aplico a {role} {level}
    cuanto de {skill} y {skill} debe traer aprendido alguien que entra de {level} a {role}
    cuanto {skill} debe saber un {level}
    cuanto {skill} le piden a un {role} {level}
    cuanto {skill} le piden al {level} de {role}
    cuanto {skill} ocupan los {level} de {role} basico o mas
    cuanto {skill} se le pide a un {level}
    cuanto {skill} tiene que saber un {level}
    cuanto {skill} tiene que saber un {role} {level}
    disculpe un {level} de {role} tiene que seguir sabiendo {skill} a fondo
    disculpe un {level} debe dominar las {skill}
    discuto con un compa el dice que un {level} de {role} no requiere {skill} mas que a nivel de andar por casa quien gana
    drift de modelos exigencia en {role} {level}
    el cliente quiere un {level} de {role} que sepa de {skill} que grado le asignan ustedes en eso
    el liston de {skill} para un {level} de {role} cual seria
    el {level} de {role} necesita {skill} o con que le suene basta
    en la retro me echaron en cara que no se {skill} de verdad le hace falta eso a un {level} de {role}
    en {skill} que altura ha de tener un {level} {role}
    entre nosotros usar {skill} me da pereza soy {role} {level} y quiero saber si es optativo
    es imprescindible {skill} a nivel {level} en {role}
    es necesario que el {level} de {role} domine {skill}
    es obligacion de un {level} de {role} saber dar {skill} y con que soltura
    estoy en {level} de {role} y lo de {skill} lo llevo regular cual es la vara que me ponen ahi
    estoy haciendo {skill} me basta para {level}
    gracias y {skill} para {level}
    grado de dominio de {skill} que corresponde a un {role} {level}
    hace falta {skill} siendo {level}
    hace falta {skill} siendo {role} {level}
    hasta donde hay que llegar en {skill} siendo {level} de {role}
    hasta donde le tengo que meter a {skill} siendo {role} {level}
    hasta donde se exige {skill} a un {level} {role}
    hasta donde tengo que hincarle el diente a {skill} siendo {role} de primer nivel
    hasta donde tiene que llegar un {level} en {skill}
    hasta que punto ha de defenderse en {skill} un {role} {level}
    hasta que punto tiene que dominar {skill} un {level}
    le hace falta {skill} a un {role}
    le piden {skill} a un {level} de {role} o es puro cuento
    le toca algo de {skill} al {role} de nivel medio
    llevo anos esquivando {skill} y soy {role} {level} diganme si puedo seguir haciendo el sordo
    los {level} siguen usando {skill}
    manejar puntos memoria y eso me lo van a reclamar como {level} {role}
    me alcanza con {proficiency} de {skill} si soy {role} {level}
    me das feedback del {skill} que pide el {level}
    me dice mi mentora que para {level} {role} hay que ser {proficiency} en {skill} cierto
    me estan pidiendo {skill} y yo soy {role} {level} exagerado
    me pidieron montar un {skill} y apenas soy {level} de {role} me toca
    me puse colorado cuando salio {skill} en la reunion como {role} {level} con que profundidad deberia manejarlo
    me tienen frito con los {skill} digame usted que dominio deberia mostrar un {role} {level} en ese asunto
    me van a pedir {skill} si entro de {role} {level}
    me van a pedir {skill} siendo {level}
    me van a pedir {skill} y {skill} si entro como {role} {level} y cuanto
    mi companero dice que {skill} no se le pide a los {level} de {role} es cierto
    mi jefa jura que un {role} {level} ha de ser poco menos que guru de {skill} no estara exagerando
    mi jefe dice que necesito saber {skill} a fondo es cierto para un {level} de {role}
    mi jefe dice que para ser {level} hay que saber {skill} es verdad
    mi lead dice que como {level} de {role} tengo que ser experta en {skill} es para tanto
    mi pana dice que los de {role} ni huelen el {skill} pero yo soy {level} y me lo preguntaron
    mire tengo una ingeniera {level} de {role} que no sabe nada de {skill} eso esta por debajo de lo pedido
    necesitas saber de {skill} siendo {role} {level} o eso you es mas adelante
    necesito el grado exacto de conocimiento en {skill} que se le demanda a un {role} {level} es para una auditoria interna
    necesito {skill} para ser {level}
    no veo por que un {level} de {role} deberia romperse la cabeza con {skill} a menos que la escalera diga otra cosa
    oye y con {skill} que tan ducho tiene que andar un {role} {level}
    para {level} de {role} {skill} tiene que estar en el tope
    por que un {level} tiene que saber {skill}
    pregunto por mi pupilo {role} {level} en materia de {skill} se conforme uno con lo basico
    puedo ser {level} de {role} sin tocar {skill}
    que casilla tiene {skill} cruzada con {role} {level}
    que dominio de {skill} se pide en {role} {level}
    que le pedis a un {role} {level} en {skill}
    que nivel de {skill} se pide a un {level}
    que se espera de un {level} en {skill}
    que tan fuerte debo estar en {skill} para el puesto de {level} en {role}
    que tan picudo en {skill} un {level} {role}
    que tanto de {skill} le pedimos al {level} de {role}
    que tanto de {skill} le piden a un {role} {level}
    que tanto de {skill} tiene que traer un {role} que recien empieza
    quiero llegar a {level} cuanto {skill} necesito
    quiero saber si a mi {level} de {role} le puedo demand que maneje {skill} como un {proficiency}
    quisiera saber hasta que punto se le exige {skill} a un {role} que aspira a {level}
    sabes si para {role} {level} piden {skill}
    se le exige {skill} a un {level} de {role} si o no
    se puede ser {level} sin saber {skill}
    si soy {level} de {role} y no se {skill} es grave
    si soy {level} todavia tengo que tirar codigo de bajo nivel tipo {skill} en {role}
    sin saber de {skill} tcp {skill} llego a {role} {level} segun la tabla
    soy {level} de {role} y odio escribir {skill} me los van a pedir igual
    soy {level} de {role} {skill} hay que saberlo al maximo
    tengo que dominar {skill} siendo {role} {level}
    tengo que ser una experta en {skill} de {domain} para ser {level} de {role}
    tengo una candidate a {level} ml floja en {skill} eso es obligatorio en ese escalon
    un {level} de {role} maneja {skill} a nivel {proficiency}
    un {level} de {role} tiene que entender de {skill}
    un {level} de {role} tiene que saber de {skill}
    un {level} de {role} toca {skill}
    un {level} debe dominar {skill}
    un {level} necesita {skill}
    un {level} tiene que dominar {skill}
    un {level} tiene que saber {skill}
    un {level} todavia toca {skill}
    un {role} {level} debe ser capaz de entrenar con {skill} o eso no le atane
    un {role} {level} necesita {skill} o zafa sin eso
    un {role} {level} segun tu criterio basta con que tenga {proficiency} de {skill} o debe ir mas alla
    un {role} {level} tiene que ser {proficiency} en {skill}
    y en {skill} que le toca a un {level} de {role}
    y para {level} {skill}
    yo diria que con {skill} basico le alcanza a un {role} {level} o me equivoco
    {role} {level} tiene que saber de {skill} y si es asi hasta que punto
    {skill} de {domain} {level} de {role} que casilla le toca
    {skill} en {level} de plataforma que piden
    {skill} en {level} de {role} {proficiency} o {proficiency}
    {skill} en {level} {role} que grado exacto
    {skill} en {role} {level} a fondo
    {skill} en {role} {level} cual es el minimo
    {skill} en {role} {level} que nivel
    {skill} es algo que deba manejar un {level} de {role} o eso you es del {level}
    {skill} es requisito para una {role} de nivel {level}
    {skill} le hace falta a un {level} {role}
    {skill} lo uso a los tropezones y me presente a {role} {level} alcanza con eso o me van a bochar
    {skill} para alguien {level} en {role} en que valor esta
    {skill} para un {level} hace falta
    {skill} para {role} {level} hace falta o no aparece
    {skill} para {role} {level} se ocupa o no
    {skill} siendo {level} de {role} cuanto se pide que me da panico
    {skill} siendo {role} {level} ni de chiste no
    {skill} un {role} {level} lo necesita
    {skill} y delta que tan a fondo para {level} {role}
    {skill} y {skill} como de exigente son con un {level} de {role}
    {skill} you tocan en {level} de {role}
    {skill} {level} {role}
    {skill} {level} {role} con la teoria alcanza
    {skill} {level} {role} cuanto
    {skill} {proficiency} o {proficiency} para el {level} de {role}
    {skill} {proficiency} pide el {level} {role}
    {skill} {role} {level} que nivel
  `,
  skill: `
    a partir de que nivel se pide {skill} {proficiency} en {role}
    a que dominio pertenece el {skill}
    a que llamais exactamente {skill}
    a ver parce {skill} que se pide en lo basico y que en lo mas pro
    abre la ficha de {skill}
    algo para foguearme con {skill}
    alguien me podria aclarar que demuestra una persona que revisa codigo a nivel {proficiency}
    algun curso de {skill}
    ando con ganas de ponerme las pilas en {skill} y {skill} este trimestre agradeceria una guia
    aparece java en la escalera
    como aprendo lo de {skill} y {skill}
    como aprendo {skill}
    como aprendo {skill} desde cero
    como avanza {skill} por nivel en {role}
    como cambia {skill} segun el nivel
    como crece {skill} en {role}
    como demuestro que soy {proficiency} en {skill}
    como es un {proficiency} en {skill}
    como evoluciona {skill} en {role}
    como le hago para ser bueno en {skill} hay una guia
    como mejoro en {skill}
    como paso de {proficiency} a {proficiency} en {skill}
    como practico lo del {skill} y los {skill} sin tener un producto grande
    como practico {skill}
    como pruebo que se {skill} bien que evidencia serviria
    como se demuestra un dominio {proficiency} de la {skill}
    como se ve alguien que you es {proficiency} en {skill}
    como se ve alguien {proficiency} en {skill}
    como se ve un {proficiency} en {skill} porque todos dicen serlo
    con que ejercicio puedo practicar {skill}
    cuando dicen {proficiency} en {skill} que demonios tengo que saber hacer
    cuando ponen {skill} en la lista a que se requieren exactamente me suena a palabra de moda
    cuando you eres {proficiency} en {skill}
    cuanto se tarda en agarrarle la onda a {skill} de basico a {proficiency}
    cuanto tiempo lleva aprender bien {skill} y con que se practica
    cuentame de los {skill}
    cuentame que entra dentro de {domain} con {skill}
    cuentame sobre {skill}
    cursos de {skill}
    dame evidencias que pueda ensenar para acreditar que se de {skill}
    dame la ficha de {skill}
    dame un ejercicio para practicar {skill}
    de que trata la habilidad de {skill} y cual es su grado mas alto
    desde que nivel se pide {skill} en {role}
    diferencia entre {proficiency} y {proficiency} en {skill}
    dime todo de {skill} de {domain}
    donde aparece {skill}
    donde puedo practicar {skill}
    ejercicios de {skill}
    ejercicios para mejorar en {skill} tienen
    ejercicios para saltarse con {skill} y {skill}
    el otro dia oi drift en una daily y me hice el entendido que cubre el {skill}
    el {skill} de python {skill} y todo eso que se evalua ahi
    el {skill} ese del que presume mi arquitecto en que consist y como lo va aprendiendo uno
    en la universidad vimos los {skill} de refilon que entiende esta escalera por dominarlas
    en que consiste la habilidad de {skill}
    en que nivel se usa {skill}
    en que se diferencia un {proficiency} de un {proficiency} cuando hablamos de {skill}
    en que se nota que alguien es {proficiency} en {skill}
    es imprescindible {skill} para un {role}
    es obligatorio {skill}
    escribeme un script en python para leer un csv
    explica que es eso de los {skill} segun esta escalera
    explicame que es una {skill}
    explicame que es {skill}
    explicame que significa {skill} en la escalera
    explicame {skill} suena a humo corporativo
    expliqueme como a un nino que significa {skill}
    expliquenme como si tuviera cinco anos eso del {skill} que manana me toca defenderlo
    grados de {skill} descripcion
    hablame de {skill}
    hablame de {skill} y el {skill} con {skill} que se hace en cada grado
    hace falta aprender {skill}
    hace falta saber {skill}
    hace falta {skill}
    hasta donde se puede llegar en {skill} cuentame todos los peldanos
    hay que saber {skill}
    hay que saber {skill} para ser {role}
    info de {skill}
    leame la descripcion de {skill} y {skill} si es tan amable
    lei por encima lo de servir modelos en produccion pero quisiera el detalle de cada grado de muestra en ello
    libros o cursos para aprender {skill}
    llevo un mes con {skill} y quiero ir mas alla
    lo de prompt injection y alucinaciones como se estudio
    me explicas {skill}
    me gustaria mejorar redactando documentos tecnicos hay algun material o tarea propuesta
    me interesa aprender {skill} por donde empiezo
    me piden {skill} si soy {role}
    me podrias desglosar {domain} con {skill} que hace uno basico y que hace uno bueno
    me suena a chino la {skill} y eso que llevo tres anos programan en python
    me trabo con los {skill} y el {skill} hay algun material para ir subiendo en eso
    mi companero no entiende en que consist la {skill} segun ustedes se lo explica
    mi hijo digo mi practicante no sabe hacer {skill} que ejercicio le pongo
    mi meta de este ano es dejar de pelearme con los {skill} asi que ensename que deberia ir logrando paso a paso
    mi {skill} me recommend aprender {skill} y {skill} para transformaciones pero no se ni por donde hincar el diente
    muestrame que entienden por {skill} y {skill}
    necesito mejorar escribiendo informes y documentos tecnicos que sugiero para eso
    necesito saber {skill}
    no cacho que es un {skill}
    no tengo idea de que abarca {skill} suena a humo de rrhh
    nunca he tocado {skill} en mi vida cuanto esfuerzo lleva agarrarle la mano y con que se empieza
    para demostrar que se de {skill} que evidencia sirve
    para mi plan individual necesito saber que cosas concreto hace un usuario {proficiency} de {skill}
    para que se pide {skill}
    para que sirve {skill}
    para {skill} mejor que sugerir practicar
    piden {skill}
    podria usted describeme como se nota que alguien tiene dominio {proficiency} de {skill}
    por donde empiezo con {skill}
    por donde le entro a {skill}
    progresion de {skill} en {role}
    puedo pasar sin saber {skill} siendo {role}
    que abarca la skill de {skill}
    que abarca lo de {skill}
    que abarca {skill} y complejidad
    que curso hago para {skill}
    que deberia poder hacer yo con {skill} si digo que manejo lo basico
    que demuestra que una persona es experta en {skill} de {domain}
    que diferencia hay entre los niveles de {skill}
    que es el {skill}
    que es eso de los {skill}
    que es eso de {skill}
    que es eso de {skill} en el ladder
    que es mejor {skill} o tensorflow
    que es ser {proficiency} en {skill}
    que es tener nivel {proficiency} en {skill}
    que es un {skill}
    que es {proficiency} en {skill}
    que es {skill}
    que es {skill} {skill} lo que haya de eso
    que estudio para mejorar en {skill}
    que hace un {proficiency} en {skill} que no haga uno normal
    que hay dentro de {skill} nivel por nivel
    que nivel hace {skill}
    que niveles usan {skill} en {role}
    que pasa si soy {role} y no se {skill}
    que pide {skill} en cada grado
    que sabe hacer alguien con nivel {proficiency} en {skill}
    que se considera nivel basico de {skill}
    que se espera de {skill}
    que se pide de {skill} en cada nivel de {role}
    que se pide en {skill}
    que significa la skill {skill}
    que significa saber {skill} a nivel {proficiency}
    que significa saber {skill} segun ustedes
    que significa ser {proficiency} en {skill}
    que significa ser {proficiency} haciendo {skill}
    que significa {proficiency} en {skill}
    que son los {skill}
    que tal {skill}
    que tendria que demostrar para que me cuentan como avanzada en {skill}
    que tengo que demostrar para ser {proficiency} en {skill}
    que tengo que leer o practicar para saltarme con {skill}
    que tengo que saber de {skill}
    quien es el {proficiency} en {skill}
    quien se encarga del {skill}
    quienes son los expertos en {skill}
    quiero aprender a hacer {skill}
    quiero aprender {skill}
    quiero aprender {skill} por donde le entro
    quiero pasar de simple aficionado a {proficiency} en {skill} que peldanos tendria que ir subiendo
    quiero pasar de {proficiency} a {proficiency} en {skill} que practica me recomiendas
    quiero ponerme fuerte en {skill} algun ejercicio para practicar
    quisiera entender el criterio de {proficiency} para gobierno de modelos y {skill}
    recomiendame libros o cursos de {skill}
    recursos para aprender {skill}
    recursos para estudiar {skill}
    se exige {skill}
    se me atraganta {skill} y en la oficina no hay quien me eche un cable con que material lo estudio
    se requiere {skill}
    serving de modelos explico para tontos
    sirvase explicar en que consist la habilidad de {skill}
    sos {skill}
    soy de la vieja escuela y lo de los guardarrailes para {domain} me agarra en panales cuentame de que va
    soy mas de {domain} viejo me aclara que cuenta como saber {skill}
    tengo cierta soltura con {skill} y me gustaria ver que hace alguien realmente {proficiency} con el
    tengo dos semanas libres y quiero meterle a {skill} por donde le entro
    tengo que saber {skill}
    tengo que saber {skill} si o si
    todo el mundo habla de {skill} como si fuera el pan de cada dia y yo ni se que son
    tutoriales de {skill}
    un buen libro o link oficial para {skill}
    vi {skill} y me quede igual eso que es
    y lo de revisar {skill} como lo describe en cada grado
    yo se {skill} basico que tendria que poder hacer para considerarme {proficiency} en eso
    {domain} de extremo a extremo como se aprende eso
    {skill}
    {skill} al maximo nivel que implica eso
    {skill} como las estudio sin morir en el intento
    {skill} cuando se considera que you lo maneja
    {skill} de {level} a {level} en {role}
    {skill} en todos los niveles de {role}
    {skill} en {proficiency} como se ve
    {skill} es una habilidad en serio que se evalua ahi
    {skill} eso como se mide no me queda claro que significa
    {skill} explico para alguien que viene de otro lado
    {skill} me cuesta un huevo como se pilla
    {skill} me suena pero ni idea
    {skill} nivel {proficiency} descripcion
    {skill} o {skill} cual va antes
    {skill} para que sirve
    {skill} por nivel en {role}
    {skill} que abarca
    {skill} que entra ahi
    {skill} que es
    {skill} que es eso
    {skill} que es y como arranco con eso
    {skill} que es y como se aprende
    {skill} que hay que hacer para tener la nota maxima
    {skill} vs {skill} cual pesa mas para {role}
    {skill} y escribir que seria {proficiency} en eso
    {skill} y {skill} definicion y escalera de progreso
    {skill} y {skill} que hay que saber
    {skill} y {skill} que pedis de cada uno
    {skill} y {skill} que son
    {skill} {proficiency}
    {skill} {proficiency} que implica
    {skill} {skill} que sabe hacer alguien {proficiency}
    {skill} {skill} y {skill} cuales aparecen
    {skill} {skill} {skill} en que skill esta eso y que pide
  `,
  usage: `
    a partir de cuando exigen {skill}
    a partir de cuando se empieza a exigir {skill}
    a partir de que nivel empieza a pedirse {skill}
    a partir de que nivel se pide {skill}
    a que niveles les toca {skill}
    a quien le piden {skill}
    a quien le sirve {skill} dentro de los cuatro puestos
    a quienes les toca lo de {skill}
    a quienes les toca {skill}
    a ver que puestos requieren que uno sepa de {skill} en {domain}
    alguien ademas de {role} necesita {skill}
    antes de comprar un curso de {skill} para toda la plantilla quisiera saber a quienes les toca de verdad
    che las {skill} le importan a alguien mas que a los que entrenan modelos grandes
    che {skill} es solo de {role} o los de {domain} tambien lo tienen que manejar
    cuantos roles comparten la exigencia de {skill}
    cuantos tocan {skill}
    de los {level} cuales llegan a {proficiency} en {skill}
    desde cuando se pide {skill} desde {level} o antes
    desde que nivel aparece la {skill}
    desde que nivel empieza a aparecer la {skill}
    dime en que ramas sale {skill}
    donde mas se necesita saber {skill}
    donde me sirve saber {skill}
    donde se aprovecha mas saber {skill} en que rol digo
    donde se pide {skill}
    doy {skill} en {skill} y busco publico que gente de la escalera lo tiene entre sus requisitos
    el {role} tambien toca {skill} o eso se queda en data
    en cuales de los puestos tiene cabida {skill}
    en cuantos lugares sale {skill}
    en que partes de la escalera se ocupa {skill}
    en que puestos piden {skill}
    en que puestos sale {skill}
    en que puestos se pide {skill}
    en que puestos se usa {skill}
    en que roles aparece {skill}
    en que roles se pide {skill}
    en que roles se usa {skill}
    es cierto que {skill} unicamente aparece en la ficha de una especialidad me extranaria bastante
    estoy armando un grupo de estudio sobre {skill} y {skill} a que niveles deberia invitar
    estoy por dar un taller de {skill} a que perfiles les serviria
    hay alguien en la escalera que tenga que traer {skill}
    hay alguien mas aparte de los de {domain} que necesite {skill}
    hay algun cargo donde no haga falta {skill}
    hay algun rol que no lleve {skill}
    inverti medio ano en {skill} y me da miedo que sea en balde a que perfiles les sirve
    inverti un ano en aprender {skill} a que gente de la escalera le vale eso
    la {skill} a quienes les toca
    lo de escribir bien y dar {skill} lo comparten todos los perfiles o solo unos cuantos elegidos
    lo de las {skill} le compete a alguien que no sea {role}
    lo del {skill} lo ocupan tambien los {role}
    los de datos tambien ven {skill}
    los de {role} tambien ven {skill}
    los {role} comparten con los de datos lo de {skill}
    los {skill} con herramientas salen solo en el puesto de {domain}
    mapa de uso de {skill} en toda la organizacion por rol y por nivel
    mapa de {skill} por roles
    me consta que los ingenieros de datos manejan {skill} ahora bien los de {domain} tambien lo llevan
    me encanta {skill} ajeno en que niveles cuenta
    me pase un ano con {skill} a ver para que oficio me luce eso
    me quiero cambiar de datos a {role} el {skill} esquemas lo usan alla
    mi companero de {role} dice que {skill} es cosa exclusiva de los de {role} no se si creerle
    mi jefe quiere repetir licencias de {skill} y me toco averiguar que puestos lo contempla
    mi practicante pregunta si los {skill} los tienen que hacer tambien los de datos
    organiza una clase abierta de {skill} y no se a que roles conocer me ayudan
    para que puestos hace falta {skill}
    para que roles se pide {skill}
    que cargos requieren dominar {skill} y los tokens {skill}
    que gente ocupa {skill} solo los de datos
    que perfiles necesitan {skill}
    que perfiles trabajan con {skill}
    que puestos requieren {skill}
    que puestos usan {skill}
    que rangos necesitan ser expertos en {skill} o eso no lo pide ninguno
    que rol necesita mas nivel de {skill}
    que roles piden {skill}
    que roles requieren {skill}
    que roles tiran de {skill}
    que roles trabajan con {skill}
    que roles usan {skill}
    que seniorities llevan {skill} y en que carreras
    que tan entendido esta el tema de {domain} con {skill} entre los distintos puestos
    quien aparte de los de datos tiene que verselas con la {skill}
    quien mas usa {skill} aparte de los de datos
    quien necesita saber {skill}
    quien necesita saber {skill} en nivel {proficiency}
    quien necesita {skill}
    quien precisa saber de {skill}
    quien tiene que saber {skill}
    quien trabaja con {skill}
    quien usa {skill}
    quienes tienen que dominar {skill} al maximo
    quienes usan {skill}
    quiero montar un curso interno de {skill} a que gente le aplica
    quiero saber en que escalones aparece {skill} de {level} a {level} en cualquier puesto
    quisiera averiguar desde que escalon empieza a aparecer el {skill} en los distintos perfiles
    roles con {skill}
    roles que requieren {skill}
    roles que usen {skill}
    se le exige a mas gente el {skill} o unicamente a {role}
    se le pide a todo el mundo escribir y exponer bien o solo a los de arriba
    se ve que eso de los {skill} de {domain} aparece por todas partes o es idea mia
    segun me contar la {skill} es asunto de los de arriba nada mas en que rangos figura
    serian tan gentiles de decirme quienes cargan con la {skill} en su esquema
    serving de modelos lo comparten {role} y {role}
    si aprendo {skill} para cuales de las carreras me vale
    si aprendo {skill} para que cargos me cuenta
    siempre dudo si el {skill} es de unos o de otros de quien es
    solo quiero saber si a {role} tambien le meten {skill} de {domain}
    soy fanatico de {skill} y me pregunto en cuales puestos sacaria provecho de lo que se
    tengo que saber a quien conocer al taller de {skill} a que perfiles corresponde
    {skill} a que roles aplica
    {skill} aparece nada mas en data o en todos lados
    {skill} aparte de {role} quien mas
    {skill} desde cuando aparece
    {skill} donde se pide
    {skill} donde se usa roles
    {skill} en que puestos cae
    {skill} en que puestos es requisito
    {skill} es comun a los cuatro puestos
    {skill} es cosa de {role} o el {role} tambien lo toca
    {skill} es solo de los de datos o tambien de otros
    {skill} es solo de {role} o tambien data
    {skill} eso va para todos los puestos o solo para algunos no me queda claro
    {skill} le sirve a alguien que no sea de {role}
    {skill} lo comparte mas de un rol
    {skill} lo comparten varios perfiles
    {skill} lo miran en todas las categorias o se salva el que recien entra
    {skill} lo piden en todas partes imagino no
    {skill} lo piden solo a {domain}
    {skill} lo tocan los de {role} o es exclusivo de plataforma
    {skill} lo usa algun rol aparte de {role}
    {skill} lo ve alguien
    {skill} lo veo en data figura igualmente en los otros tres
    {skill} lo ves en la lista de {domain} y tambien en la de {role}
    {skill} me apasiona y no quiero soltarlo hay mas de un puesto donde lo pidan
    {skill} me lo exigen en {role} y tambien en otros puestos
    {skill} para quien es
    {skill} para todos
    {skill} por roles
    {skill} quien lo lleva aqui
    {skill} quienes
    {skill} quienes lo necesitan
    {skill} reparto entre perfiles y grados
    {skill} roles
    {skill} tambien los de {domain}
    {skill} tambien va para {role} o es cosa de otros
    {skill} y colas que roles lo piden y cuales pasan de eso
    {skill} y complejidad los piden en datos igual que en {role}
    {skill} y {skill} a cual de los perfiles le corresponde
    {skill} y {skill} a quien mas le sirve
    {skill} {role} {role}
  `,
  'compare-levels': `
    acaban de promote a un amigo a {level} que se le suma a lo que you hacia como {level}
    al ascender a {level} que se anade a lo que you me pedian como {role} {level}
    al pasar de {level} a {level} que cambia realmente aparte del titulo
    argumentos por favor por que a este le llamamos {level} y a aquel {level} ambos en {role}
    armo una presentacion sobre la escalera y preciso la tabla de contraste {level} versus {level} en {role}
    como paso de {level} a {level} en {role}
    compara el {level} con el {level} de {role}
    compara {domain} de {level} y {level} en {role}
    compara {level} con {level}
    compara {role} {level} con {role} {level}
    compara {role} {level} y {level}
    comparame {level} y {level} de {role}
    comparativa de seniorities
    compare el primer escalon con el segundo en {role}
    compare si no es mucha molestia al recien llegado con el verano maximo en la rama de {domain}
    cual es el salto entre {level} y {level} de {role} me lo pones lado a lado
    cual es la diferencia entre {level} y {level}
    cual es la diferencia entre {level} y {level} en {role}
    cual es la diferencia gorda asi en cristiano entre ser {level} y ser {level} de {role}
    cuales son las novedades de {role} {level} frente al escalon de abajo
    cuanto mas hondo tiene que llegar un {level} de {role} comparado con el de un ano atras o sea el {level}
    cuanto mas se le pide a la {level} de {role} que a la que empieza
    cuanto salto hay de {level} a {level}
    cuanto sube la vara tema por tema de {role} {level} a {level}
    de {level} a {level} en {domain} que cambia
    de {level} a {level} en {domain} {role}
    de {level} a {level} en {role} cuantas cosas cambian ponelo en una tabla
    de {level} a {level} en {role} que tanto cambia la cosa
    de {level} a {level} que mas me piden en {domain} si soy {role}
    de {role} {level} a {role} {level} cuanto salto hay
    diferencia entre {level} y {level} de {role}
    diferencia entre {level} y {level} en {domain} para {role}
    diferencia entre {level} y {level} en {role}
    diferencias en {domain} entre un {role} {level} y {level}
    diferencias en {domain} entre {role} {level} y {role} {level}
    diferencias entre {level} y {level} para un {role}
    en que cambia un {level} de un {level} en {role}
    en que cambia un {level} respecto a un {level}
    en que es mejor un {level} que un {level}
    en que se diferencia un {level} de un {level}
    en que se diferencian un {level} y un {level}
    en que se distingue un {level} de un {level} en {role}
    en que se nota la diferencia entre un {level} y un {level}
    en que se nota que un {level} de {role} no es un {level} de {role}
    en que se nota que uno es {level} y no semi
    en que skills sube la exigencia entre un {role} {level} y uno medio
    en que supera un {level} de {role} a un {level} de {role}
    en {domain} que diferencia a un {level} de un {level}
    en {domain} que mas se pide a un {level} que a un {level}
    entre el primer nivel y el tercero de datos que tanto varia
    es muy distinto ser {level} que {level} en {role} o es casi lo mismo
    estamos discutiendo en el equipo si la frontera entre {level} y {level} de {role} existe o es puro cuento
    hay skills que un {level} tenga y al subir desaparezcan
    incremento de alcance de un rango al inmediato superior hablo de {role} {level} y {level}
    la distancia entre {level} y {level} en {domain} es muy bestia
    la raya que divide {level} y {level} en {role} donde esta
    llevo dos anos de {level} y no veo que hacen los {level} de mi equipo de datos que no haga yo
    los dos ultimos niveles de datos parecen calcados o me equivoco
    me explicarme que del segundo al tercer nivel se endurece todo y me gustaria ver exactamente que se endurece
    me parece injusto que al {level} le pidan casi igual que al {level} muestrame las dos columnas
    mi companera es {level} de {role} y yo soy semi en que se nota la distancia entre las dos
    mi jefe dice que todavia hay un trecho entre {level} y {level} en {role} pero no sabe explicarme cual
    mi subordinado protestar porque no percibe cambio alguno entre su antigua categoria de {level} y la nueva de {level}
    necesito justificar ante direccion por que separamos {level} y {level} en {role} que los diferencia
    neta que hace un {role} {level} que no haga un {level}
    no le encuentro la vuelta a la diferencia entre el escalon tres y el cuatro de la carrera {role}
    no veo que distingue a un {level} de un {level} la verdad
    oye y que pide el {level} de {role} que no pidiera you el {level}
    pasame la diferencia de exigencia que hay entre un {level} y un semi me la pide el pibe
    pasar a {level} significa aprender mas tecnologia o mas liderar en comparacion con lo que you hace un {level} digo
    ponme en dos columnas lo que se le pide a un {role} {level} y lo que se le pide al {level}
    por favor digame en que se aleja un {level} de {role} de quien esta justo un peldano por debajo
    que brecha hay entre la categoria {level} y la {level} en {domain}
    que cambia de {level} a {level}
    que cambia de {level} a {level} en {domain} {role}
    que cambia de {level} a {level} en {role}
    que cambia en {domain} de {level} a {level}
    que cambia en {domain} entre {level} y {level}
    que cambia en {domain} entre {level} y {level} de {role}
    que cambia entre {level} y {level} en {domain} para {role}
    que cambia entre {level} y {level} en {role}
    que competencias aparecen por primera vez en {level}
    que cosas ineditas caen sobre los hombros de un {role} cuando deja de ser {level}
    que deja de ser importante al pasar de {level} a {level}
    que diferencia hay entre un {level} y un {level}
    que diferencia hay entre {level} y {level}
    que diferencia hay entre {level} y {level} en {role}
    que diferencias hay entre {level} y {level} en {role}
    que distingue a un {level} de un {level}
    que es lo nuevo en {level} de {role} frente a lo de abajo
    que gano pasando de {level} a {level}
    que hace un {level} que no haga un {level}
    que hay de nuevo en {level} que no tenga el {level}
    que le exigen a un {role} {level} que a un {role} {level} no
    que mas se le pide a un {level} que a un {level}
    que necesito en {domain} para pasar de {level} a {level} como {role}
    que requisito cambia mas entre los dos ultimos niveles de data
    que se agrega al llegar a {level}
    que se agrega cuando uno deja de ser {level} en {role}
    que se agrega en {domain} al pasar de {level} a {level} en {role}
    que se agrega en {level} {role}
    que separa a un buen {level} de un {level} hecho y derecho
    que skills son nuevas en {level} que no estaban en {level} para {role}
    que suma el {level} que el {level} no tenga
    que tiene de especial {level} respecto a los otros
    que tiene de mas un {level} respecto a un {level} en {role}
    que trae el {level} de {role} que el semi no
    quiero entender que habilidades estreno un {level} de {domain} que un {level} ni siquiera tenia en su lista
    quiero pasar de {level} a {level} en {role} que tengo que aprender
    salto mid sr {role} que trae
    seria tan amable de cotejar el grado {level} y el superior de {role}
    si pongo juntos al {level} de {role} y al semi de {role} que filas difieren
    siento que un {level} y un {level} hacen lo mismo con distinto sueldo convence de lo contrario
    sinceramente no veo la diferencia entre {level} y {level} me la explica
    soy {level} de {role} mi companero es {level} y hacemos lo mismo donde esta la diferencia
    soy {level} que trae de nuevo el {level} que yo no tenga en mi nivel
    sube mucho la exigencia de {level} a {level} {role}
    tan distinto es un {level} de un {level} en {role} que se le anade
    tan lejos esta un {level} de un {level} en {role}
    tanto mi companero como yo hacemos {role} el es {level} y yo {level} quisiera medir la distancia que nos separa
    tanto sube la vara de un escalon al otro quiero ver donde
    tengo dos personas una {level} y otra {level} en {role} y quiero explicarme a ambas que las separa
    tengo que justificar ante direccion por que una persona sigue de {level} y otra you es {level} necesito el contraste en {domain}
    un {level} es simplemente un {level} con mas anos o piden otras cosas
    usted que sabe un {level} de {role} y un {level} de {role} se distinguen por la tecnica o por la autonomia
    vale y ese nivel contra el siguiente que tal
    variacion de exigencias entre nivel 4 y nivel 5
    y con el de abajo que diferencias habria
    {domain} de {level} a {level} en {role} que cambia
    {domain} en que se separan un {level} y un {level}
    {domain} {level} frente a {level} en {role}
    {domain} {level} vs {level} {role}
    {level} menos {level} {role}
    {level} o {level} como los distinto cuando trabajan juntos en {role}
    {level} o {level} cual es la diferencia
    {level} o {level} que cambia
    {level} vs {level} {role}
    {level} y {level} casi iguales no data
    {level} y {level} en {domain} que cambia
    {level} y {level} en {skill} y esas cosas de data donde aprieta mas uno que otro
    {level} y {level} mismo rol de {role} que sube
    {level} y {level} son muy distintos en {role} o casi na
    {level} y {level} usan lo mismo o hay diferencia en datos
    {level} {role} comparado con el escalon de abajo
    {role} {level} contra {level} cuales habilidades suben y cuales quedan igual
    {role} {level} contra {role} {level} lo que se endurece
    {role} {level} vs {level} en {domain}
  `,
  'compare-roles': `
    a igual nivel que separa a un {role} de un {domain}
    a ver y este rol que tiene en comun con el otro
    busco lo que si trae el {role} {level} y que en vano buscarias en el {level} de {role}
    cambiarme de {role} {level} a {role} cuanto me costaria que tendria que aprender
    che no son lo mismo pero con otro nombre el de {domain} y el de {role}
    coincidencias {domain} y {role}
    como se compara un {role} con un {role}
    compara el {level} de {role} con el {level} de {role}
    compara los dos perfiles que mas tocan modelos
    compara {role} con ingeniero de {domain}
    compara {role} con {role}
    compara {role} y {role} en nivel {level}
    comparame {role} y {role} a nivel {level}
    compare cargos {level} {role} y {level} {domain}
    compare un {level} de {role} con un {level} de {role}
    competencias transversales las que salen en todos los roles
    contraponga usted los oficios de {role} e {role}
    cruce datos por {domain}
    cual de los cuatro se diferencia mas del resto
    cual es la base comun de todas las carreras
    cual es mas amplio {role} o {domain} y en que difieren
    cual es mas dificil {role} o {role}
    cual pide mas cosas {role} o {domain}
    cuales competencias son exclusivas del perfil {role} frente a los demas
    cuales habilidades son exclusivas del puesto de {role}
    cuales son las skills exclusivas del {role}
    cuanto coinciden esas dos profesiones
    cuanto de lo que se de datos me sirve si me cambio a {role}
    dicen que un {role} es un {role} sin modelos que hay de cierto en eso
    diferencia entre {role} y data engeneer
    diferencia entre {role} y {role}
    diferencias data {role}
    diferencias entre {role} y analistas de datos
    dos de mi equipo se pelean por quien despliega modelos la de {role} o el de {role} necesito ver el reparto
    el ing de {domain} y el de datos se parecen en algo
    el {role} es solo un programador con otro nombre
    en comun los 4 roles
    en mi curro mezclan {role} con {role} como si fueran lo mismo lo son
    en mi empresa usan {role} y {role} como sinonimos y a mi eso me chirria un monton
    en que aventaja el perfil {role} al de {role} cuando se habla de {domain} y viceversa
    en que coinciden {role} y {role}
    en que difieren datos e {domain}
    en que se diferencian un {role} y un {role}
    en que se distinguen los dos de {domain}
    en que se distinguen un {role} y un {role}
    en que se parecen todos
    en que se parecen {role} y {role}
    es lo mismo {role} que {role}
    estamos cruzando equipos y conviene identificar el nucleo que une a los de datos con los de {role}
    estoy en la encrucijada entre {role} y {role} y no logro ver donde termina uno y empieza el otro
    estoy entre datos y {domain} ponmelos frente a frente
    existe algo que se le pida a cualquiera sin importar de que carrera sea
    expliquenme en que se distingue quien entrena modelos de quien monta {skill}
    expliquenme la frontera entre quien prepara los datos y quien entrena los modelos
    habilidades comunes a todos los roles
    habilidades en comun entre ai y {role}
    habilidades que comparten todos
    habilidades que tiene {role} y no tiene {role}
    habria mucha diferencia entre ser {level} por la via de datos y serlo por la via de operaciones de modelos
    hay algo que comparten los cuatro puestos
    hay alguna habilidad de los ingenieros de datos que no pidan en ningun otro lado
    interseccion de skills entre el que hace {skill} y el que entrena modelos
    interseccion de todos los roles
    jaja siempre confundo a los de {role} con los de {role} algun truco o cuadro para distinguirlos
    lo compartido entre data y {role} {level} los dos
    lo exclusivo de {role} frente a {role}
    lo que es comun a los cuatro puestos
    lo que un {role} sabe y un {role} no
    me late que el rol de {domain} y el de {domain} son la misma gata pero revolcada
    me pagan como {role} pero hago cosas de {role} donde se acaba uno y empieza el otro
    me paso de data a {role} cuanto me sirve lo que you se
    me quiero cambiar de datos a {role} cuanto de lo que se me vale alla
    me quiero cambiar de {role} a datos que me llevo you puesto y que no
    mi manager quiere fusionar a los de {role} con los de datos necesito argumentos sobre lo que comparten y lo que no
    mi pareja es {role} yo {role} y discutimos cada cena sobre quien debe saber mas de {domain}
    para una mesa redonda quisiera contratar las cuatro especialidades y ver que las hace unicas
    pensando en moverme literalmente cual de los otros perfiles queda mas cerca de {role}
    podria una {level} de {role} reemplazar a un {level} de {role} que no cobraria
    puedes marcar lo que se pisa entre {role} y ai
    que comparten un {level} de {domain} y uno de {role}
    que comparten {role} y {role}
    que diferencia hay entre un {role} {level} y un {role} {level}
    que diferencia hay entre {role} y {role}
    que habilidades comparten todos los roles
    que habilidades comparten {role} y {role}
    que habilidades son exclusivas de {role}
    que habilidades tiene solo el {role} que no tengan los demas
    que hay en un perfil que no haya en el otro me refiero a datos contra {domain}
    que hay en {role} que no este en {role}
    que le falta a un {role} para parecer a un {role}
    que les falta a los de datos para parecer a los de {role}
    que pierdo y que gano en requisitos al cambiar de {role} a {role}
    que rol me conviene mas data o {role} que los separa
    que sabe un {role} que no sabe un {role}
    que sabe un {role} que un {role} ni huele
    que sabe un {role} que un {role} no
    que tanto se solapan {domain} y {domain}
    que tiene el de {domain} que el de {role} no
    que tiene el de {domain} que no tenga el de {role}
    que tiene el {role} que no tenga el {role}
    que tiene un {role} que no tenga un {role}
    que tiene {role} que no tenga {role}
    que tienen en comun absolutamente todos los perfiles mas alla de saber programa
    que tienen en comun los cuatro puestos
    que tienen en comun los {role} y los {role}
    que tienen en comun un {role} y un {role}
    que tienen en comun {role} y {role}
    querria saber que parte del temario de {role} le resultaria ajena a alguien que viene de ai engineering
    quiero comparar los roles de {role} y {role}
    quiero fusionar los equipos de {role} e {domain} cuanto tienen repetir
    quiero rotar gente entre el equipo de datos y el de plataforma {role} que tanto tienen en comun
    se parecen mucho el puesto de {domain} y el de {domain}
    se parecen mucho {role} y {role} a nivel {level}
    si dejo datos y me paso a {domain} cuanto de lo que se me llevo en la mochila
    si vengo de {role} que de lo que you se me vale para {role}
    si vengo de {role} y salto a {domain} que cosas serian nuevas para mi
    si you soy {role} {level} que cosas nuevas me exigir el mismo nivel en el lado de los {domain}
    siempre confundo al {role} con el de {domain} que los distingue
    siempre confundo {role} con {role} donde esta la raya
    sinceramente veo al {role} como un {domain} disfrazado en contraste con el {role} que hace distinto
    skills comunes entre {role} y {role}
    skills que solo tiene {role}
    solapamiento ai {role}
    solapamiento {role} con {role}
    soy {role} y quiero cambiarme a {role} que me faltaria
    soy {role} y quiero pasarme a {role} que me falta
    tengo presupuesto para un solo fichaje {role} o ai no se en que difieren de verdad
    tengo un colega que es {role} y quiere pasarme a {role} que comparten los dos puestos
    tengo un pie en cada barco ai y {role} y me gustaria que alguien me pintara la linea divisoria
    terreno comun entre la gente de {domain} y la de {role} por favor
    tres personas tres titulo distintos y hacen lo mismo los roles estan realmente diferencias
    un compa me dijo que los {role} y los {role} son casi lo mismo neta
    un {level} de {role} hace cosas que un {level} de {role} ni huele dime cuales
    un {role} no es lo mismo que un data scientist
    un {role} y uno de {domain} coinciden en algo aparte de python
    un {role} {level} y un {role} {level} que cambia
    usted que lo sabe todo cuanto se solapan las fichas del {role} y del {role}
    {role} es lo mismo que {role}
    {role} o {role} cual es la vaina distinta
    {role} o {role} cual lleva mas {domain}
    {role} o {role} en que se diferencian
    {role} o {role} en que se distinguen
    {role} versus {role} cual pide mas {domain} y cual mas modelos
    {role} vs {role}
    {role} y ai tabla comparativa please
    {role} y {role} en que se pisan
    {role} y {role} no son la misma vaina
    {role} y {role} no son lo mismo
    {skill} {role} gana quien en temas {domain}
  `,
  stack: `
    a ver che en datos con que se labura {skill} {skill} que
    antes de entrar quiero ir instalado cosas que software usa la gente de {role}
    aplicaciones y plataformas que se manejan en cada puesto
    aqui java o puro python
    bibliotecas tipica {role}
    caja de herramientas data {level}
    cambio de empresa y de rumbo hacia datos me inquieta no conocer ni la mitad de los fierros que ocupan alla
    con que cacharros anda un {level} de {role}
    con que cacharros laburan los de {domain}
    con que frameworks se las arregla un {role} en el dia a dia
    con que herramientas trabaja un {level}
    con que herramientas trabaja un {role}
    con que herramientas trabaja un {role} {level}
    con que programas trabaja un ing de datos
    con que se cocina en ese puesto me refiero a techs
    con que se labura en el dia en el puesto de {domain} digo programas plataformas esas cosas
    con que tecnologias trabaja un {level}
    con que tecnologias trabaja un {role} {level}
    cual es el stack de un {level} de {role}
    cual es el stack del {role} en cada nivel
    cual es el stack tecnologico de {role}
    cuales son las techs modernas que usan los agenticos
    dame el stack de {level}
    dame nomas los nombres de las tecnologias del {role} {level} sin rollo
    dame solo nombres de tecnologias sin rollo para {role} {level}
    data mesh
    de tooling que exige {role} {level}
    dime con que fierros trabaja la gente de {role} version de python incluida
    el arsenal tecnico de un {level} de {role}
    el proveedor de formacion nos pide el stack de nuestros ingenieros de {role} y no se que contestar
    el tech stack
    en este laburo que software se usa
    en la entrevista me van a preguntar por tecnologias y voy para {role} cuales conviene tener fresquitas
    en que nivel se usa onnx
    en que nivel se usa triton
    en que nivel se usa {skill}
    en que se programa siendo {role}
    entro de {role} el lunes que instalo
    enumera las herramientas informaticas propias del {role}
    estoy armando la vacante y necesito poner las tecnologias de un {role} {level}
    estoy montado el portatil de una nueva {role} y me falta saber que herramientas le van a tocar
    estoy montado el temario de un bootcamp que herramientas del mercado menciona la escalera para el {role} {level}
    frameworks de un {role} {level}
    frameworks del {role} {level}
    frameworks que toca un {level} de {role}
    frameworks y bases que maneja un {level} de {role}
    hay que saber scala para data
    herramientas de {role}
    herramientas que usa un {level}
    herramientas {role}
    jupyter
    la caja de herramientas de una {level} de {role} por favor
    las librerias que tengo que controlar para {role} asi a bote pronto
    lenguajes que usa {role}
    lista de tecnologias puesto de datos nivel {level}
    los principales de {role} siguen tocando codigo con que
    los {role} usan tensorflow o {skill} que tienen puesto ahi
    me compara ofertas y todas mencionan {skill} {skill} {skill} cual es el kit de un {role} aqui
    me gustaria conocer el entorno tecnologia que rodea a un {level} de {role}
    me incorporo en marzo como {role} y quisiera ir instalado lo que se usa que cacharros son
    me intriga saber que programas tiene abiertos en pantalla un {role} {level}
    mi curriculum esta lleno de java y me temo que aqui no pinta nada con que lenguajes trabaja un {role}
    mi cv dice {skill} + {skill} tableau que otras tools son tipica en datos
    necesito presupuesto licencias por lo que agradeceria un inventado del software que emplea el equipo de datos
    onnx
    oye y que {domain} usan los {role} {skill} o gcp y que mas traen encima
    para el setup de la laptop de un {level} {role} que le instalo
    pasame la caja de herramientas de un {role} {level} asi veo cuantas me suenan
    presupuesto de licencias 2025 necesito saber que usan los {role} en materia de software
    productos y servicios concreto que toca un {level} {role}
    programas que usa un {role} {level}
    python alcanza para ser {role} o hay que saber otros lenguajes
    python o scala los de data
    que debo instalar en mi compu para arrancar de {level} de {role}
    que herramientas maneja un {level}
    que herramientas usa un {level}
    que herramientas usa un {role}
    que instalo en la laptop si voy a ser {level} de {role}
    que lenguajes usa el equipo de datos
    que lenguajes usa un {role}
    que lenguajes usa un {role} {level}
    que paquetes y utilidades maneja normalmente un {role} {level}
    que pongo en linkedin como tecnologias si soy {role} {level}
    que software toca un {level} {role}
    que stack lleva un {role} {level}
    que stack maneja un {role} {level}
    que stack tecnologia se usa en el rol de {role}
    que stack tiene un {role} {level}
    que stack usa un {level} de {role}
    que stack usa un {role} {level}
    que techs pongo en mi linkedin si soy {role} {level}
    que tecnologias hay que conocer para {role} {level}
    que tecnologias maneja un {level} de {role}
    que tecnologias ocupan los de datos en el dia
    que tecnologias usa un {level}
    que tecnologias usa un {role} {level}
    que tecs maneja un {level} {role}
    que tools nuevas me tocan si soy {level} {role}
    que tools tengo que manejar como {role} {level}
    que tools usa un {level} de {role}
    que trae la mochila tecnica del {role} {level}
    que version de python y que librerias ocupan los {level} de {role}
    que {domain} colas y demas chucherias usa un desarrollador de {domain} semi
    que {domain} laburan los {role} {skill}
    que {domain} nubes y demas trastos se supone que maneja alguien de {role} me pregunto yo
    que {domain} que {skill} que {domain} el paquete completo de un {role} {level}
    que {domain} y motores maneja un {role} {level}
    quien trabaja con tensorrt
    quien usa triton
    quiero saber cuales son los entornos lenguajes y utilidades en el cargo de {role} en general
    quisiera actualizar mi perfil de linkedin con las tecnologias que la escalera asocia a un {level} de {role}
    se programa en python nada mas o piden otro lenguaje para {role}
    se trabaja con {skill} o con azure en {role}
    seria posible obtener una lista pelada de bibliotecas y plataformas para el {role} {level}
    siempre trabaje con r y me dicen que como {role} {level} tendre que adoptar otro arsenal cual
    software que debo instalar si entro como {role} {level}
    software que manejan los ingenieros de datos
    solo nombres de tools {role} {level}
    soy de rrhh y no entiendo de informatica que nombres de programas debo poner en la oferta de {role} {level}
    stack
    stack de un {level}
    stack de un {role} {level}
    stack de {level} de {role}
    stack de {level} por favor
    stack de {role} {level}
    stack del {level}
    stack del {role} en todos los niveles
    stack del {role} {level}
    stack {role} {level}
    sw que ocupa un {role} chilensis {level} jaja
    tech del {level} de plataforma
    tech stack de {role} {level}
    tecnologias de un {role} {level}
    tecnologias de {level}
    tecnologias que usa un {level} en {role} hoy
    tecnologias {level} {role}
    tengo alergia a los ecosistemas gigantes digame cuantas herramientas distintas toca un {role} {level} y cuales
    toolbox del {role} {level}
    toolset {level} {role}
    trabajan con {skill} o con que los que hacen cosas de {domain}
    un primo que estudio informatica quiere dedicarse al {domain} y pregunta que tecnologias figura en ese oficio
    usan mas {skill} o tensorflow los de {role} y que otras cosas
    usan {skill} o gcp los de {role} pasame las tecnologias
    vas con java go o solo python siendo {role}
    vengo de java y c# que tecnologias me voy a encontrar si me paso a {role}
    vengo del mundo microsoft y no se si en {role} se estila otra cosa iluminame con los productos habituales
    voy a comprar licencias para mi gente de datos cuales productos usan los {level}
    y que editores y asistentes de codigo manejan los ingenieros de {domain}
    {domain} a b
    {role} {level} con que programas trabaja
    {role} {level} herramientas y plataformas
    {skill} donde sale
    {skill} o {skill} que plataforma le toca al {level} de {role}
    {skill} {skill} o que andan usando los {role} {level}
  `,
  focus: `
    a grandes rasgos que ocupa la agenda de alguien que acaba de llegar a {level} en {domain}
    a que debe apuntar alguien recien ascendido a {level} en {domain}
    a que deberia dedicarle mis horas ahora que soy {level} de {role}
    a que le da mas peso el rol en ese nivel hablo de {domain} {level}
    a que le dedica mas tiempo un {role} {level}
    a que le mete mas tiempo un {level} {role}
    a que nivel toca hacer {skill}
    a que se dedica en el dia a dia un {level} de {role}
    a que se dedica en el dia a dia un {role} {level}
    a que se dedica mas un {role} {level}
    a que se dedica un {level}
    a que se dedica un {role} {level}
    a que se dedica un {role} {level} en el dia a dia
    a un {level} {role} que le quita el sueno
    ahora que soy {level} de {role} me reparto en mil frente en que deberia poner de veras la energia
    che un {level} de {role} de que se ocupa mas que nada sigue tirando codigo o esta en reuniones
    como es un dia normal de un {role}
    cual es el enfasis del {role} {level}
    cual es el enfoque de cada nivel de {role}
    cual es el foco de cada nivel de {role}
    cual es el foco de un {role} {level}
    cual es el norte de un {level} en {role}
    cual es la razon de ser de un {role} {level} dicho en dos frases
    cuales son las prioridades de una {level} de {role}
    cuales son las responsabilidades de un {role} {level}
    cuenteme como transcurre la jornada habitual de un {role} {level}
    de que se encarga un {level} de {role}
    de que se preocupa principalmente un {level} de {role}
    describe una semana tipica en {role} {level}
    dia a dia de {role} {level}
    dia a dia {level} {role}
    donde debe poner la cabeza un {level} de {role} este trimestre segun el puesto
    donde deberia poner la cabeza los primeros meses siendo {level} de {role}
    donde pone la cabeza un {level} {role}
    donde pone la energia alguien {level} en el rol de {domain} en construir en evaluar o en comparar
    el grueso de la chamba de un {role} en que se va
    el norte de un {level} de {role} cual vendria siendo
    el nuevo director pide que cada quien declare sus prioridades y yo soy {role} {level} inspirame
    el trabajo cotidiano de un {level} es mas codigo o mas gente
    en dos lineas en que se centra un {level} de {role}
    en ese escalon se escribe codigo todavia o you es pura {skill}
    en lo cotidiano un {role} {level} entrena mas o despliega mas
    en que gasta su tiempo un {level} de {role}
    en que me concentro como {role} {level}
    en que nivel se hacen {domain} a b
    en que se centra un {level}
    en que se centra un {role} {level}
    en que se concentrate los lideres de {domain} por si me ofrecen la plaza
    en que se enfoca un {level}
    en que se enfoca un {role} {level}
    en que se la pasa un {role} {level}
    en que se le va el tiempo a un {level} si you casi no programa segun dicen las malas lengua
    en que se le va el tiempo a un {role} {level} un martes cualquiera
    en que temas esta puesta la mirada en el escalon {level} de {role}
    en que trabaja un {role} {level}
    enfoque del nivel {level} de {role}
    enfoque {level} {role}
    enfoque {role} {level}
    entre apagar incendios y disenar a futuro que le toca mas a un {role} {level}
    entro el lunes como {role} {level} a que me voy a dedica sobre todo las primeras semanas
    estoy armando la charla de bienvenida y quiero contar como es la jornada de los {level} de plataforma
    estoy decidido si aceptar el puesto de {level} en {role} y me interesa saber que es lo que mas pesa ahi
    estoy disperso soy {level} de {role} y no se a que darle bola primero en el trabajo
    foco de un {role} {level}
    foco de {role} {level}
    foco del {level}
    foco del {level} de {role}
    foco del {role} {level}
    funciones de un {role} {level}
    guardias on call
    hacen guardias los de datos de nivel medio que es lo suyo en resumen
    hacia donde apunta el trabajo de un {level} de plataforma {role} operar o construir
    hacia donde apunta el {level} {role}
    la mision de un {level} {role} condensada
    la razon de ser de un {role} {level} en corto
    lo central del trabajo de un {level} de {role} en una o dos frases
    lo esencial del papel de un {level} sin la lista larga
    lo que mas importa cuando eres {level} de {role}
    me asusta que de {level} todo sean reuniones cuentame a que se dedica principalmente alguien en ese escalon
    me imagino al {level} de {role} todo el dia revisando diseno voy muy perdido
    me imagino que un {level} you no vive pegado al {skill} en que se concentrate entonces
    me queje de que hago tareas menores y mi jefe respondio que un {level} de {role} debe centrarme justamente en eso
    mi equipo dice que ando disperso soy {role} de nivel {level} y busco la brujula de mi cargo
    mi equipo quiere que el {level} apague incendios y el quiere disenar que se supone que le debe ocupar la mente
    mi hermana entro de {role} {level} que clase de tareas va a hacer seguido
    mi mama me pregunta que hago todo el dia como {role} y nunca se responder con elegancia
    mi sobrino quiere saber que hace en la oficina un {level} de {role} de 9 a 6
    mi vieja me pregunta que hago todo el dia como {role} semi y no se explicarle jajaja
    mucha reunion y poca chamba tecnica asi es la vida de un {level}
    necesito contar en mi presentacion en que gasta las horas un {level} de {role}
    no pido el listado entero solamente quiero captar hacia donde mira un {role} {level}
    objetivo {level} de un {role} {level}
    objeto de trabajo del {level} en {role}
    oye los {level} de {role} se la pasan limpiando datos o que
    para donde tiene que mirar un {role} {level} resultados equipo {domain}
    para que sirve onnx en la escalera
    profe aqui en que anda metido un {role} recien egresado durante sus primeras semanas
    publicaciones
    que clase de problemas resuelve a diario el {level} de {role}
    que es lo mas importante cuando eres {level} de {role}
    que es lo primero que atiende una {role} {level}
    que es lo primordiales para quien ejerce de {level} en {role}
    que es lo que mas importa siendo {level} {role}
    que hace concretamente un {role} {level} cuando llega por la manana
    que hace en el dia a dia un {role} {level}
    que hace un {level} todo el dia
    que hace un {role} {level} en el dia a dia
    que le quita el sueno a un {role} {level}
    que nivel da charlas
    que nivel hace {domain} a b
    que parte del tiempo va a reuniones siendo {level} o sea en que anda metido
    que pesa mas en un {level} {role} la tecnica o la gente
    que prioridades tiene un {level} de {role}
    que se hace normalmente en el curro de datos cuando eres nuevo
    que tareas hace normalmente un {level} de {role} en la semana
    que tareas hace un {role} {level}
    que tipo de cosas construye un {role} {level} en la practica
    quien da charlas
    quien da {skill} y publica
    quien hace feature engineering
    quien hace guardias
    quien hace {skill}
    quien investiga
    quien se encarga de las publicaciones
    quiero entender que ocupa la semana de un {role} {level}
    quisiera saber como transcurre una jornada cualquiera de un {role} {level} sin maquillaje
    quisiera saber que ocupa la jornada de los {level} de {role} antes de aceptar el cargo
    responsabilidades de un {level}
    resumeme a que apunta el {level} de {role}
    resumeme de que va el nivel {level}
    rutina de un {role} que hace desde que llega
    rutina ing de {role} {level}
    rutina tipica de un {role} {level} me da curiosidad
    si entro de {level} en {role} que voy a estar haciendo de lunes a viernes
    si tuviera que elegir en que volcarme como {level} de {role} que dice la escalera que va primero
    sobre que asuntos deberia estar encima mi {role} {level} y cuales puede soltar
    sus tres cosas clave de un {role} {level} en una frase
    tareas de un {role} {level}
    tengo a una chica nueva de nivel {level} y no se en que tipo de tareas ponerla principalmente
    un martes cualquiera de un {role} {level} como transcurre
    un {level} programa o puro meeting
    un {level} programa o se la pasa en juntas
    un {level} que hace en su dia a dia
    un {role} apaga incendios todo el dia o que
    un {role} {level} cuando llega por la manana a que le da preferencias
    usted que conoce la escalera donde esta el centro de gravedad del trabajo de un {role} {level}
    voy a dar una charla en un instituto y me piden relatar el dia a dia de un {role} experimentado
    yo creia que de {level} solo se picaba codigo en que se fija uno realmente ahi
    {level} mas gente o mas codigo
    {level} {role} que anda metido
    {role} {level} que es lo mas importante de su laburo
  `,
  core: `
    base obligatoria del rol {role}
    como entrevistador solo tengo una hora que competencias clave valido en un {role} {level}
    competencias clave de un {role}
    con un bebe en casa estudio a ratito dime cuales son las prioritarias por fuerza en {role} {level}
    core skills
    core skills {role}
    core {role}
    core {role} {level}
    cual es el nucleo duro en {role} o sea eso sin lo cual no eres uno de ellos
    cuales llevan la marca de fundamental en la matriz del {role}
    cuales no me puedo saltar siendo {role} {level}
    cuales son las competencias clave del {role} {level}
    cuales son las competencias esenciales de un {role}
    cuales son las habilidades core de {role}
    cuales son las habilidades nucleo de un {role}
    cuales son las habilidades {level} del rol
    cuales son las imprescindibles
    cuales son las imprescindibles de un {level} de {role}
    cuales son las obligatorias y cuales opcionales en {role} {level}
    cuales son las que cuentan como core
    cuales son las skills core de un {role}
    cuales son las skills obligatorias de un {role}
    cuales son los requerimientos innegociables para ser {level} en {role}
    cuales son los requisitos obligatorios de {role} {level}
    cuales son obligatorias
    cuales son opcionales para {role}
    cuales son opcionales y cuales no {role} {level}
    cuantas skills obligatorias tiene {role}
    cuantas son requeridas a fuerza y cuales se pueden dejar para luego soy {role} {level}
    dame solo las que cuentan de verdad no las de relleno para {role} {level}
    de toda esa lista cuales son a fuerza
    de toda esa lista larguisima cuales son innegociables
    de toda la ristra de requisitos de {role} cuales vienen marcados como esenciales y cuales opcionales
    de una que es lo que nunca perdona en un {level} de {role}
    digame las capacidades sin las cuales uno no puede ostentar el titulo de {level} de {role}
    el corazon de {role} las cuatro o cinco que mandan
    el dominio de {domain} es core para un {role}
    el hueso del puesto de {domain} cual seria
    el minimo indispensable que debe traer un {role} {level}
    el nucleo de {role} cual es
    en el puesto de {role} que conocimientos son fundamentales y cuales son nomas de cultura general
    es {domain} algo medular para un {level} de {role} o es relleno cuales si son medulares
    esenciales {role} {level}
    estoy filtrando candidatura a {role} y me falta saber que carencias son motivo de decirte
    expliqueme usted cuales son las competencias no negociables que arrastra el cargo de {role} {level}
    habilidades centrales del {role}
    habilidades clave de un {level}
    habilidades clave de un {role}
    habilidades clave {role} {level}
    habilidades criticas {level} {role}
    habilidades fundamentales para ser {role}
    habilidades nucleares del {role}
    hay algo que si o si tenga que tener un {level} de {role}
    hay cosas que uno puede delegar y cosas que no en {role} {level} cuales pertenecen al segundo grupo
    hay habilidades obligatorias
    hay muchisimas cosas en la lista cuales son criticas y cuales nice to have en {role} {level}
    imprescindibles de {role} {level} filtradas
    imprescindibles para {level}
    imprescindibles {role} {level}
    indiqueme las competencias de caracter obligatorio para {level} {role}
    la plantilla marca algunas destrezas como fundamentales para el {role} {level} y no se donde verlas reunidas
    las competencias centrales de un {level}
    las cuatro o cinco cosas que todo {role} {level} debe tener dominarlas sin excusa
    las esenciales nomas {role} {level}
    las fundamentales fundamentales {level} {role}
    las que llevan estrellita las esenciales para alguien {level} en modelos
    las que son excluyentes para un {level} {role}
    lista de obligatorias de {role} {level}
    lo innegociable en {role} {level}
    lo mas importante para un {level}
    lo minimo indispensable para ser {role}
    lo obligatorio para {role} {level}
    lo que no puede faltar en datos
    lo que no puede faltar en un {role}
    los basicos que ningun {level} de {role} deberia ignorar
    mandatory {role} {level}
    marcame las indispensables nomas {role} {level}
    me abruma tanta cosa quedemonos con lo vital para un semi de datos
    me pregunto que habilidades forman el corazon de un {role} {level} y cuales son mero adorno
    mi amiga dice que en {domain} nadie se salva de unas cuantas material troncales cuales serian
    mi equipo dispute si la {domain} es requisito duro en {role} que figura como obligatorio
    mi gerente quiere solo lo esencial del puesto de {role} sin adornos
    mi jefe distingue entre lo bonito de tener y lo obligatorio y yo necesito la segunda lista para {role} {level}
    must de {domain} {level}
    must have de {level} de {role}
    must have del {level} {role}
    must have {role} {level}
    necesito nada mas las exigis a rajatabla para el {level} de {role}
    no me enumera todo por favor quisiera nomas la columna vertebral del {role}
    no negociables de un {level} {role}
    no quiero la lista de 60 cosas dame lo gordo de {level} {role}
    no tengo tiempo para todo diganme que pesa de verdad en {role}
    no tengo tiempo para todo que es lo fijo que no puede faltar en {domain} {level}
    obligatorias para un {level}
    oye el {skill} en data es de las principales o de las secundarias ensename cuales son las principales
    oye mi jefa pregunta que parte de la hoja del {level} de {role} pesa de verdad y que es relleno
    para el puesto de datos que conocimientos son condicion sine qua non
    para separar el grano de la paja que es imprescindible en un {role} {level}
    pasame las de cajon para un {role}
    preparo un examen de ingreso y debo limitarlo a los requisitos ineludibles de un {role} {level}
    que competencias son el alma de este trabajo de datos para mi tesis
    que cosas son opcionales y cuales obligatorias en el puesto de {role}
    que cuenta mas para un {level}
    que es central y que accesorio para un {role} {level}
    que es imprescindible para ser {role}
    que es imprescindible para un {level}
    que es la base sobre la que se sostiene el rol de {role}
    que es lo imprescindible en {role}
    que es lo imprescindible para un {role} {level}
    que es lo mandatory en {role} {level}
    que es lo mas importante para un {role}
    que es lo minimo minimo que no puede faltarme a un {level} de {role}
    que es obligatorio
    que es obligatorio en {role}
    que es obligatorio si o si para un {level} de {role}
    que es si o si en {role} {level}
    que habilidades son clave para {role}
    que habilidades son el nucleo del {role} {level}
    que habilidades son fundamentales para un {role}
    que habilidades son obligatorias para {role}
    que no perdona en un {role} {level}
    que no puede faltarme a un {role}
    que requisitos son forzosos en la rama de {domain}
    que saberes son sagrados en el puesto de {role} esos sin los cuales ni te miran
    que si o si me van a exigir como {level} de {role}
    que skills son core en {role}
    que skills son imprescindibles para {role}
    que skills son obligatorias
    que tengo que saber si o si para {role} {level}
    que va primero primero en el perfil de {domain} lo que te define
    queremos un proceso de seleccion corto cuales habilidades son de verdad excluyentes en datos
    requisitos duros de {level} en {role} los que son de ley
    separate lo que es clave de lo accesorio para la {level} de {role}
    si fallo en una de las troncales me fregue cuales son las troncales de {role} {level}
    si manana me hacen examen de {role} {level} que no puedo ignorar bajo ningun concepto
    si solo pudiera estudiar lo basico fundamental de {role} que seria
    si solo pudiera evaluar a mi gente en lo {level} del rol de {domain} que evaluar
    si un {level} de {role} solo pudiera estudiar las material troncales cuales serian
    sin que no puedo ser {role}
    sin que skills directamente no eres un {role}
    sin rodeos los minimos minimos que un {level} de {role} tiene si o si que traer de casa
    skills core de {role}
    skills core de {role} {level}
    skills core {role}
    skills obligatorias de {role} {level}
    skills obligatorias {role} {level}
    skills principales de {role}
    solo las que pesan de verdad para {role} {level}
    teneis marcado que habilidades son el nucleo duro
    tengo poco tiempo y muchas lagunas asi que dime lo verdaderamente irrenunciable para un {role} {level}
    tutelo a una becaria de datos y quisiera empezar por los cimientos que la escalera considera forzosos
    {skill} es de las centrales para {role} o entra como complemento
  `,
  changes: `
    actualizar you lo que se voto la semana pasada
    algo nuevo
    algo nuevo bajo el sol
    algo se borro en {role}
    alguien altero lo de {skill} ayer me puedes decir quien fue
    alguna skill nueva desde enero
    anadieron {skill} al {level} de {role} desde cuando
    anoche todo se veia distinto en los umbrales de {role} hay {skill} tales ajustes
    antes esto decia {proficiency} y ahora {proficiency} quien lo toco
    antes me salia {proficiency} en {skill} y ahora {proficiency} quien lo decidio y que dia
    antes pedian menos {skill} que paso
    autor del ultimo retoque en {domain}
    ayer era otra cosa quien le metio mano
    cada cuanto veo movimiento aqui lo ultimo de cuando es
    cada vez que entro piden algo distinto que fue esta vez
    cambios de ayer a hoy
    changelog
    changelog por favor
    che antes {skill} estaba en el {level} lo sacaron
    corrigieron el texto de alguna habilidad ultimamente
    cuando fue la ultima actualizacion
    cuando fue la ultima vez que se actualizo la parte de {role} parece sacada del baul de los recuerdos
    cuando metieron lo de los {skill} antes no estaba
    cuando se actualizo esto
    cuando se actualizo por ultima vez
    cuando subieron lo de {skill}
    cuentame los updates mas frescos
    desde mi evaluacion de marzo se ha alterado algo en el perfil de {role}
    desde noviembre que se modifica
    desde que hice mi evaluacion en abril se alteraron las exigencias
    dicen que acaban de retomar el rol de {role} que le hicieron
    difference con la escalera del ano pasado
    digame por favor que incorporaciones y bajas ha habido desde el trimestre pasado en los perfiles
    ediciones recientes y su autor
    el equipo anda diciendo que bajaron el nivel de {skill} para los {level} es verdad cuando paso
    en que fecha entro en vigor lo de {skill}
    en que fecha se quito {skill} si es que se quito
    ensename los ultimos cambios
    escribo el boletin mensual de la comunidad y me hacen falta las novedades mas recientes de la escalera
    estas al dia o mostras informacion vieja
    esto esta al dia o es de 2022
    esto esta vivo o lleva dos anos sin que nadie lo toque
    fecha del ult update
    fue rodrigo el que bajo lo de {skill} me contar eso
    hace un mes lei la ficha de {level} y ahora la veo distinta me estoy volviendo loco
    han movido algo de {role} recientemente
    hay alguna bitacora donde pueda ver que retoques se le han hecho al documento ultimamente
    hay novedades
    hay novedades en el ladder
    hay novedades en la escalera
    historial de cambios de la matriz
    hubo algo nuevo en {domain} o sigue igual que siempre
    hubo cambios en {role}
    hubo cambios en {role} este mes
    imprimi mi checklist en enero y ahora no coincide con la pantalla quisiera entender que paso en el medio
    juraria que antes {role} {level} no llevaba {skill}
    juraria que la semana pasada {skill} no estaba en mi ficha alguien metio mano y me gustaria saber quien
    la escalera es la misma de siempre o le han dado una mano de pintura desde que entre en 2024
    la semana pasada esto pedia otra cosa lo habeis modifica
    la ultima vez que entre habia menos cosas en {domain} cierto
    le pregunto ha habido ajustes recientes en lo que se pide a los principales
    log de ediciones en {role} {level}
    me avisar que actualizar los requisitos de {level} a ver que le hicieron
    me gustaria rastrear la historia de ediciones de la ficha de {role} {level}
    me movieron el piso la semana pasada cumplir y hoy you no cambiaron los requisitos
    me perdi el ultimo encuentro del grupo y no se en que quedaron las modificaciones aprobadas
    me perdi un mes resumen de lo que vario
    mi copia empresa es de octubre sigue siendo valida o you es otra cosa
    mi jefe menciona la nueva version como si todos la hubieramos leido en que se nota
    modificar algo desde enero
    movieron algo esta semana
    muestra las altas y bajas de habilidades mas recientes
    novedades
    novedades de este mes
    novedades de junio
    novedades de la escalera
    novedades en {role}
    oye y lo de {skill} desde cuando existe ahi
    ponme al dia
    por que ahora sale {skill} si no estaba
    por que desaparecio esa skill que yo tenia marcada
    preparo un boletin interno y tengo que contar lo mas reciente que se ha incorporado
    que cambio en el rol de {role} este mes
    que cambio en {role}
    que cambio este mes
    que cambio pues
    que cambios se hicieron you
    que ha cambiado
    que ha cambiado este mes
    que ha cambiado ultimamente
    que hay de nuevo
    que retirar en el ultimo cambio
    que se agrego y que se quito en lo que va del ano
    que se anadio este mes
    que se modifica en el rol de {role} y por que
    que se modifica este mes
    que se modifico en {role}
    que se modifico en {role} recientemente
    que trajo la ultima version para los de datos
    que version es esta y de que fecha
    que version es esta y en que difiere de la anterior
    que version es esta y que trae
    quien anda estando esto
    quien fue el gracioso que subio {skill} a {proficiency}
    quien le subio la exigencia a {skill} y en que fecha lo pregunto con carino pero lo pregunto
    quien le subio la vara a {skill}
    quien movio lo de {skill} y cuando
    quien toco lo de {skill} y cuando
    quien toco {skill}
    quisiera un resumen de lo que se ha modifica este mes que no tengo tiempo de comparar a ojo
    resumeme lo que se aprobo en el trimestre
    sacaron algo juraria que antes salia jenkins
    se ha incorporado you lo de {skill} que se voto
    se ha movido algo
    se me hace que los requisitos de {level} se endurecieron de la noche a la manana fue asi
    sigue igual la escalera o le movieron algo este mes
    sirvase informarme de las revisiones efectuadas en el ultimo trimestre
    subieron la exigencia de {domain} en el {level} de {role} antes era menos
    ultimas modificaciones please
    ultimas modificaciones por favor
    ultimos cambios
    ultimos cambios por favor
    un compa comento que a los de {domain} les anadieron cosas hace poquito sera
    vi que desaparecio una habilidad que yo domina y me quede con la duda de desde cuando you no figura
    volvi de la baja maternal y quisiera ponerme al corriente han movido algo en la escalera estos meses
    volvi de licencia de maternidad que me perdi en la escalera
    vuelvo de la baja de maternidad que me he perdido en estos meses por aqui
  `,
  rubric: `
    a que llaman ustedes dominar algo
    a que se refieren con {proficiency}
    amarillo es bueno o malo
    amarillo verde rojo que significa cada uno
    antes de contestar nada quisiera saber cuando me corresponde decir basico y cuando {proficiency}
    basico haber leido algo nomas
    basico {proficiency} {proficiency} {proficiency} cual va primero
    che la sigla esa con la letra e al lado de cada cosa que quiere decir
    colores
    como distingo {proficiency} de {proficiency}
    como interpreto el cuadrito amarillo
    como leo las letras de la tabla
    como se leen las iniciales de la tabla
    como se si marcar {proficiency} o {proficiency}
    compara {proficiency} y {proficiency}
    con autonomia total y resolviendo marrones dificiles eso como se llama en vuestra escala
    con que me haya leido la documentacion you cuenta como primer grado
    conocimiento basico es haber leido del tema o haberlo hecho alguna vez
    conocimiento basico es haber leido un tutorial o haberlo usado
    conocimiento basico es solo haber oido hablar del tema
    cual es la diferencia entre {proficiency} y {proficiency}
    cual es la diferencia entre {proficiency} y {proficiency} para mi es lo mismo
    cuales son los niveles de dominio de una habilidad
    cuando dice conocimiento basico es que lo lei o que you lo use
    cuando dicen que basta con {proficiency} significa que puedo trabajar solo o que me llevan de la mano
    cuando paso de {proficiency} a {proficiency}
    cuando ponen una rayita en vez de letra que indica
    cuando puedo decir que soy {proficiency} en algo
    cuando se considera a alguien {proficiency}
    cuando se considera que alguien es {proficiency}
    cuando se considera que alguien es {proficiency} en algo
    cuantos grados de destreza manejan
    cuantos grados de dominio hay
    cuantos grados hay por habilidad
    cuantos grados hay por habilidad y como se llaman
    daltonico soy y el verde y el amarillo de la matriz me traen de cabeza que representa cada tono
    dame los criterios para poner cada calificacion
    de peor a mejor las 4 categorias esas
    define {proficiency}
    definicion de los cuatro peldanos de pericia gracias
    definicion de {proficiency}
    diferencia entre {proficiency} y {proficiency}
    disculpe la ignorancia pero eso de {proficiency} equivalent a haber oido campanas o hay que saber algo mas
    el rojo es malo
    el verde que kiere decir
    en mi antigua empresa usamos basico {level} pro a que equivalent aqui
    en mi tabla aparecen una w y una a sueltas y me quede mirando como vaca al tren
    en que se diferencia {proficiency} de {proficiency}
    en verde que es
    ensenar a otros you te hace {proficiency} o hace falta mas
    entiendo que hay una gradacion del uno al cuatro pero ignoro que se espera en cada casilla
    entre basico y {proficiency} cual es la linea
    escala de 1 a 4 o como es
    escala de competencia cuantos grados hay y que es cada uno
    escala de dominio
    escala de dominio definicion
    eso de {proficiency} me suena raro como se traduce a la practica
    eso que me muestras de cuatro barritas al lado del nombre como se lee
    estoy por marcar {proficiency} pero dudo cual es la frontera con {proficiency}
    estoy traduciendo los grados al ingles para mi jefe y quiero asegurarme de captar el matiz de cada uno
    experta suena a mucho a quien llaman ustedes experta
    explicame la escala
    explicame la escala de dominio de las skills
    explicame los grados de dominio
    explicame los niveles de dominio de una habilidad
    explicame los niveles de dominio de una skill {proficiency} {proficiency}
    explicame los niveles de dominio {proficiency} {proficiency}
    hay algo mas alto que {proficiency}
    hay una escala del 1 al 4 no que es cada numero
    he hecho un par de tutoriales eso cuenta como basico o you {proficiency}
    la b que quiere decir
    la barra llena es {proficiency} o {proficiency}
    la e es de {proficiency} o de esencial
    la leyenda de la matriz por favor
    las siglas de la matriz estan en chino para mi
    leyenda
    leyenda por favor
    llamarse {proficiency} me parece palabra mayor con que vara lo coinciden ustedes
    lo de k c a e que es
    los colores que significan
    los cuadritos vienen de distintos colores y nadie en la oficina sabe descifrarlos expliquenme la leyenda
    me da la impresion de que cada quien interpreta {proficiency} a su manera existe una definicion oficial
    me lo tomo literal lo de {proficiency} tipo reconocido mundialmente
    me preguntas si soy {proficiency} pero nunca me dijiste que es eso
    mi equipo debate si un {proficiency} debe haber ensenado a otros que dice la definicion general del grado maximo
    mi mentora me califica de {proficiency} y no se si agradecerselo o echarme a llorar
    necesito entender los rangos antes de contestar las preguntas
    necesito una explicacion breve de los cuatro niveles de dominio para ponerla al pie de una diapositiva
    niveles de dominio cuales son
    no cacho las letras de la tabla
    no entiendo los cuadritos amarillos
    no entiendo que quiere decir {proficiency}
    no se si marcarme {proficiency} o {proficiency} cual es el criterio
    por que unas casillas salen mas oscuras
    puedo trabajar solo sin supervision en cual casilla entro
    puso usted w en una casilla que se entiende por eso
    q onda con {proficiency} que es
    que carajo es w
    que debe saber hacer alguien para considerarse {proficiency} en cualquier cosa
    que diferencia hay entre {proficiency} y {proficiency}
    que distingue al que trabaja solo con algo del que resuelve lo complicado en vuestros terminos
    que es el guion en la celda que no se pide o que falta llenar
    que es la w esa
    que es {proficiency}
    que grados de dominio hay
    que grados se pueden elegir en cada pregunta y que quiere decir cada uno
    que nota es la mas baja
    que quiere decir la letra a en la tabla
    que quiere decir nivel {proficiency}
    que quiere decir ser {proficiency} en algo
    que quiere decir {proficiency}
    que quiere decir {proficiency} exactamente
    que se considera {proficiency}
    que se entiende por {proficiency}
    que se entiende por {proficiency} en general no de una skill concreto
    que separa a alguien {proficiency} de alguien con conocimiento basico
    que separa a quien tiene un conocimiento basico de quien you se considera {proficiency} hablando en general
    que separa a un {proficiency} de un {proficiency} en {skill}
    que seria lo minimo y que lo maximo en esa escala tuya
    que significa la letra a
    que significa {proficiency}
    que significa {proficiency} en esto
    que significan las letras
    que significan las letras de la tabla
    que son las {proficiency}
    que tan pro hay que ser para marcar {proficiency}
    que tengo que demostrar para que me consideren {proficiency}
    quisiera entender la escala de cuatro grados con la que miden las destrezas sin entrar en ninguna en concreto
    si lo he usado en un proyecto pero con ayuda eso en que grado cae
    si lo uso a diario pero necesito ayuda a veces que seria
    siglas raras al lado de cada skill que son
    significado de cada letra please
    simbolitos de la grilla me los traduce
    soy evaluadora novata y me urge un criterio para no confundi un {proficiency} con un {proficiency}
    tengo que calificar a mi equipo y necesito la definicion de cada peldano de dominio
    tengo que explicarle a mi equipo las categorias de competencia como las definen
    traduce las siglas
    un companero se puso {proficiency} en todo que se requiere realmente para marcar eso
    un {level} puede ser {proficiency} en algo o esas palabras van ligadas al cargo
    uno puede ser {proficiency} sin haberlo usado en produccion en general digo
    y esa a verde que es
    y los colores
    {proficiency}
    {proficiency} alcanza para hacerlo solo
    {proficiency} como se traduce y que supone
    {proficiency} es lo mismo que {level}
    {proficiency} es poquito no
    {proficiency} es que das clases o que
    {proficiency} es saberlo todo porque entonces nadie lo es
    {proficiency} implica ensenar a otros
    {proficiency} o {proficiency} cual es mas
    {proficiency} o {proficiency} en que se distinguen
    {proficiency} que me suena el nombre
    {proficiency} que quiere decir o sea cuanto tengo que saber
    {proficiency} suena a mediocre es malo que me pongan eso
    {proficiency} vs {proficiency}
    {proficiency} vs {proficiency} no lo pillo
    {proficiency} {proficiency} {proficiency} me los traduce y explica
  `,
  rule: `
    a mi compa le toco lead respondiendo casi lo mismo que yo no entiendo
    a quien reclamo por mi nivel
    alcanza con cumplir lo obligatorio para que me den el nivel
    casi todo {proficiency} y sale {level}
    che pero la cuenta es estricta o tiene algo de margen
    como calculais mi nivel
    como calculan mi nivel
    como calculas mi nivel
    como deciden mi nivel
    como deciden que nivel tengo
    como decidis mi nivel
    como es posible que mi companera con lo mismo haya salido {level} y yo no
    como es que saque lo mismo que la vez pasada habiendo mejorado en cinco cosas
    como funciona el calculo
    como pasa el sistema de mis letras a un nivel final
    como sacas la cuenta promedio minimo que
    como se calcula el nivel
    como se calcula el nivel que me sale al final del test
    como se calcula mi nivel
    como se decide mi nivel
    como se determina el nivel de una persona
    como se llega a la conclusion final a partir de lo que uno va marcando me gustaria entender la logica
    como se saca el nivel de cada uno
    con que criterio me poneis un nivel
    con que criterio me ponen el nivel
    con que criterio me ubicaste en este escalon y no en el de arriba
    con que formula se decide el nivel
    con que me falte una de las obligatorias you no paso
    con que porcentaje se considera que cumplir un nivel
    con que regla decides mi nivel
    con que regla decidis el nivel de una persona
    con todo respeto el veredicto me parece injusto me tratan de {level} tras nueve anos en el oficio
    conteste casi todo en {proficiency} y aun asi me salio {level} me gustaria entender la aritmetica detras
    conteste todo y el resultado dice 97 seguro que significa eso
    cual es el umbral para subir
    cuando alguien se mide como se calcula el nivel
    cuantas competencias tengo que cumplir para que me considered {level} todas o un porcentaje
    cuantas habilidades me pueden faltar y aun asi ser {level}
    cuantas habilidades puedo tener abajo del minimo sin bajar de nivel
    cuantas puedo tener mal sin perder el {level}
    cuantas skills me pueden faltar y aun asi ser {level}
    cuantas skills puedo no tener
    cuantas skills puedo tener por debajo sin que me degradan
    cuantas skills tengo que cumplir para que me den {level}
    cuanto cuenta lo obligatorio en mi resultado
    cuantos {proficiency} necesito para que me salga {level}
    cuenta mas el nucleo o lo demas
    de donde saca el bot que soy {level} jaja
    de que depende mi nivel
    de que manera llegan ustedes desde mis respuestas hasta una palabra como {level}
    digame usted por que razon el sistema insiste en encasillarme como {level} si hago tareas de {level}
    disculpe el veredicto no refleja mi experiencia en que se basa
    disculpe que peso tiene cada respuesta en el veredicto
    el 78 ese de donde sale
    el nivel es uno solo o uno por dominio
    el resultado no me cuadra me pusiste {level}
    el sistema compensa una carencia con otra fortaleza
    en que se basa el resultado
    en que se basa la evaluacion
    en que se basa mi nivel
    es confiable el nivel que me dan
    es exacto esto yo mismo elegi lo que quise en cada pregunta
    es justo el cuestionario de {role} a mi me dio muy bajo y no lo entiendo
    es normal que salga un nivel menos que mi puesto oficial
    es posible quedar entre dos niveles
    ese nivel no es justo
    eso que acabas de decirme de que soy {level} en que te basas
    esto es fiable
    esto es injusto hago el trabajo de un {level} y me marca {level}
    estoy decepcionada trabaje un ano para subir y sigo donde mismo como se decide
    explicame como sacan el nivel
    explicame de donde sale ese resultado
    explicame la formula del nivel
    expliquenme si pesa lo mismo tropezar en algo secundario que en algo fundamental a la hora de asigna el peldano
    falle una nomas y me bajaron
    hace falta tenerlas todas para ser {level}
    hay truco deje tres en blanco las tomaste como cero
    hay un umbral o algo para que te cuente como aprobar
    influyen las habilidades que no son del nucleo en lo que me dio
    las que me salte me restan
    las reglas para asigna un escalon a una persona
    las {domain} tipo {skill} cuentan igual que las tecnicas para la nota
    lo calcula una {domain} o hay una formula fija
    lo hice 2 veces y distinto cual vale
    lo opcional suma puntos o da igual
    marque tres no se por prudencia eso me hunde automaticamente un escalon
    marque {proficiency} en casi todo y me diste {level} explicame la logica
    me dieron {role} {level} y me dolio diganme la logica al menos
    me dio {level} y llevo 8 anos wtf
    me parece injusto que por no saber {skill} me bajen de escalon
    me pueden bajar de nivel
    me pusiste b en tres cosas y you por eso no paso asi va
    me quede a las puertas de {level} y nadie me dice por cuanto ni por que criterio
    me saco {level} jajaja estan locos
    me tiraron para abajo por {skill} que ni uso
    mentira yo no soy de ese nivel
    mi colega respondio peor que yo y salio mejor parado me pueden aclarar con que logica
    mi companero sabe menos que yo y le dio mas alto explicame
    mi jefe dice que fallar en una skill secundaria no afecta tiene razon
    mi manager desconfia de estos {domain} y pregunta cuanto credito merece la etiqueta que asignan
    mi {level} no esta de acuerdo con lo que arrojo el bot quien tiene la razon
    ni en pedo soy {level} revisa eso
    no comparto la conclusion a la que llego el bot sobre mi categoria que hago a quien reclamo
    no entendi por que me clasificaste asi
    no estoy de acuerdo con lo que me dio
    no estoy de acuerdo con lo que me dio soy {level} hace 3 anos
    no estoy de acuerdo con mi nivel
    no me cuadra conteste casi todo {proficiency} y me pones {level}
    no me cuadra el veredicto en que te fijaste
    no me parece mi nivel esta mal calculado
    o sea que basta con declararse {proficiency} nadie verifica
    o sea que por una sola habilidad floja you me bajan
    pasarme de lo exigido en una competencia suma algo
    pense que iba a salir mas alto la verdad que fue lo que me bajo el puntaje como funciona
    perdona pero esto no puede ser riguroso son respuestas que me doy yo mismo
    pesan igual todas
    pesan igual todas las competencias al sacar la nota final
    pesan igual todas las competencias o algunas mandan mas a la hora del resultado
    por que diablos me salio {level} si llevo seis anos en esto
    por que dos personas con los mismos grados sacaron niveles diferentes
    por que la primera vez me dio {level} y hoy no si conteste parecido que criterio usas
    por que me ha salido {level} si se bastante
    por que me ha salido {level} y no {level}
    por que me rechazaron el {level}
    por que me sale {level} y no {level}
    por que me salio {level}
    por que me salio {level} si casi todo lo puse en {proficiency}
    por que me salio {level} y no {level}
    por que no saque {level} si casi todo lo marque alto
    promedio o el minimo
    puede alguien ser {level} con huecos en {domain} segun sus cuentas
    puedo saltar de {level} a {level} directo
    puedo saltarme el nivel {level}
    puedo ser {level} en un dominio y {level} en otro
    puse que no sabia nada de {skill} y siento que por eso me hundio
    que algoritmo usan para decidir
    que formula usan
    que hago si mi manager no coincide con lo que yo puse
    que margen de error maneja
    que pasa con el nivel si dejo habilidades sin contestar cuentan en contra
    que pasa si no cumplo una sola skill obligatoria igual me promueven
    que pesa mas las core o las otras al decidir mi categoria
    que peso tiene para mi nivel estar en conocimiento basico en algo
    que porcentaje hay que cumplir para que te den {level} de {role}
    que porcentaje necesito cumplir para que me den un nivel
    que porcentaje necesito para que me den {level}
    que porcentaje necesito para ser {level}
    que regla usan para el nivel
    que significa que quede entre dos niveles
    que tan confiable es esto porque uno puede mentir en las respuestas
    que tan confiable es o sea dos personas iguales sacan lo mismo
    que tan en serio me lo tomo
    que tanto hay que creerle a este numero
    quien decide mi nivel un humano o una formula
    quien decide si subo de nivel
    quien determine que yo soy {level} una formula o una persona
    quiero apelar ese resultado no me representa
    quisiera saber si hay un porcentaje minimo de ciertos que deba alcanzar para que me reconozcan como {level}
    regla del nivel
    repeti el cuestionario y me dio distinto asi que you no se cuanto fiarme del veredicto
    respondi casi todo {proficiency} y aun asi quede en {level} como es eso
    salgo {level} por culpa de una sola en amarillo
    se promedian las respuestas o cuenta la peor
    se tienen en cuenta los anos trabajamos en el calculo o unicamente lo que se hacer
    si contesto al azar igual me da algo
    si contesto con humildad salgo perjudicado no depende todo de lo que uno diga
    si lo hago con prisa o exagero que tan de fiar es lo que sale
    si me sobran puntos en unas material compensan los que me faltan en otras o cada una va por su lado
    si miento y pongo {proficiency} en todo me sale {level} no vaya sistema
    si saco menos nivel del que tengo me bajan de puesto
    si soy experta en una cosa me compensa otra donde voy mal
    si tengo todo lo de {level} menos dos skills de {level} en que quedo
    solo falle en {skill} y por eso me bajaron de categoria una unica mancha arruina toda la camisa
    sospecho que omitir preguntas me jugo en contra y desearia conocer como se tratan a la hora de calcular
    soy buenisimo en {skill} y malisimo en {skill} se compensa una con otra
    soy la manager de un equipo y me preguntan como la herramienta llega a la conclusion me lo resumes
    tengo todo al maximo menos {skill} y me pone un escalon abajo es asi o es un bug
    tiene algo de cientifico este calculo o es un horoscopo con tablas bonitas
    tu algoritmo esta mal me tendria que haber dado {level}
    un error al contestar una sola pregunta me puede cambiar de categoria
    una amiga exagera en sus respuestas y sale divina como se protege el resultado de la gente fanfarrona
    una floja me tumba todo
    una sola cosa floja me tira todo para abajo
    una sola pregunta mala me baja todo
    vaya chasco de nota me puedes justificar el porque
    vengo de otra empresa donde era {level} y aqui me sale {level} no estoy de acuerdo
    y el {domain} puntua igual que lo tecnico a la hora de ubicarme
    y eso como se mide
    y quien me asegura que esto no es un horoscopo con graficos
    y si hubiera contestado {proficiency} en {skill} habria cambiado algo
    y si uno es molesto al responder sale perjudicado supongo
  `,
  process: `
    a quien le pregunto si no estoy de acuerdo con una skill de {domain}
    a quien le reclamo si creo que los expertos se equivocado
    a quien se le ocurrieron las habilidades del {role}
    aqui manda alguien a quien hay que convencer
    cada cuanto revisan los contenidos y quien se encarga
    cerraron antes de que votara por que
    che esto lo arma la empresa o la comunidad
    che los que votan saben del tema o vota cualquiera
    como decide la comunidad que necesita un {role}
    como deciden que habilidades lleva un {role}
    como define la comunidad los requisitos para el rol de {role}
    como funciona el proceso de propuestas
    como funciona la gobernanza
    como funcionan los votos
    como hago para que anadan una skill nueva
    como llega uno a ser de los que aprueban
    como llega uno a ser {proficiency} con voto
    como me hago de esos que votan
    como me hago {proficiency} de la escalera para poder votar
    como me hago {proficiency} de la parte de {domain} quiero tener voz
    como propongo que se agregue una skill
    como puedo cambiar un requisito
    como puedo modificar un requisito
    como puedo pedir que agreguen una skill
    como se aprueba un cambio
    como se cambia la escalera
    como se cambia un requisito de la escalera
    como se cambian los requisitos
    como se decide que entra en un nivel
    como se decide un cambio en la matriz
    como se elige a los revisores de cada dominio
    como se fijan los requisitos de un {role} {level}
    como se hacen los cambios
    como se hacen los cambios en la matriz
    como se vota
    como se vota un cambio
    como sindicalista de votacion me interesa la gobernanza de este invento quien manda y con que mayoria
    como voto en contra de una propuesta
    como voto una propuesta
    con cuantos votos a favor se aprueba algo
    con que criterio nombran a los expertos que opinan sobre cada rol me encantaria ser parte
    con que frecuencia revisan los contenidos cada ano y quien los revisa
    con que mayoria se acepta bajar un requisito
    creo que hay un error en el marco
    creo que hay un error en {skill}
    creo que {skill} no deberia pedirse a un {level}
    cual es el procedimiento para actualizar la escalera
    cualquiera del equipo puede meter mano o hay un comite
    cualquiera puede votar o solo los {skill}
    cuanto dura abierta una votacion
    cuanto dura la votacion
    cuanto tiempo queda abierta una votacion
    cuanto tiempo tienen para votar
    cuantos dias queda abierta una votacion
    cuantos votos hacen falta para aprobar un cambio
    cuantos votos hacen falta para que algo pase
    cuantos votos hacen falta para que algo se aprueba
    cuantos votos hacen falta para que pase una propuesta
    cuantos votos se ocupan
    de donde salen los requisitos para el {role}
    de donde salieron los requisitos alguien los consensuo
    de donde salio esta escalera
    de quien depende que {skill} este en {proficiency} y no en {proficiency}
    despues de que se aprueba algo cuando se ve reflejado
    dicen que los expertos pesan mas que el pueblo llano a la hora de decidir quiero saber si es cierto
    el texto de {skill} esta mal
    el tramite desde que alguien sugiere algo hasta que se publica cual es
    el voto de un {level} vale mas que el de un {level}
    en que se fijan para tirar para atras una sugerencia
    es necesario justificar por escrito un voto en contra
    es posible cambiar mi voto una vez emitido es que me precipite lo reconozco
    es secreto el voto o se ve quien puso que
    eso es incorrecto
    eso esta mal
    esto esta mal
    esto lo invento un gerente en una tarde a que si
    esto no es correcto
    esto no tiene sentido
    expliqueme el procedimiento que sigue una modificacion desde que alguien la sugiere hasta que se publica
    expliquenme cuantos votos hacen falta para que un cambio salga adelante que en la comunidad nadie concuerda
    habria que subir {skill} en {level}
    hay alguien que pueda vetar
    hay quorum
    hay un error en {skill}
    hay un responsable por cada dominio
    hubo empate en la ultima consulta y no supe que paso despues como se resuelven esas situaciones
    la comunidad opina o solo acata
    la escalera la arma rrhh o quien
    las reglas para modificar un escalon
    le tumbaron la idea a marcela por dos votos cuantos se necesitaban
    los expertos quienes son y como se exigen
    los mantenedores pueden vetar
    luego de mandar un cambio que sigue
    me dijeron lo vimos y no procede en base a que tumban una sugerencia
    me gustaria conocer el camino que recorre una idea desde que alguien la lanza hasta que queda escrita
    me invitaron a votar y no se que implica tengo obligacion
    me parece mal que se pida {skill}
    me quiero ofrecer como revisor de la parte de {domain} que requisitos hay
    me rechazaron la idea sin mayores explicaciones y quede con la sangre en el ojo por que ocurre eso
    me rechazaron lo de {skill} motivo
    me tumbaron lo que sugeri y nadie me dijo nada
    mi idea lleva dos semanas sin respuesta es normal
    mi jefe puede cambiarlo solo
    mi jefe sospecha que la escalera la redacta un senor en su despacho quisiera desmentirlo con datos
    mi sugerencia fue rechazadas y nadie me dijo la razon
    mi sugerencia lleva diez dias en el limbo cuanto tiempo permanece abierta una votacion
    nadie me aviso de que se estaba decidido algo sobre mi rol como funciona la convocatoria
    necesitan mayoria simple o que
    no estoy de acuerdo
    no estoy de acuerdo con lo de {skill}
    no estoy de acuerdo con que pidan {skill} {proficiency} en {level}
    no llegaron al quorum entonces se cae o se repite
    no llego al minimo de participantes entonces se cae
    no me parece bien lo que piden de {skill}
    no me parece justo lo que se pide en {skill}
    no me parece lo que pide un nivel quien revisa esas cosas
    para mi charla sobre el framework necesito explicar como toma decisiones la comunidad
    para proponer hay que ser de cierto nivel o cualquiera
    pesa igual el voto de todos o el de los especialistas vale mas
    plazo para opinar sobre un cambio
    por que lo mio sigue sin respuesta despues de tres semanas hay un plazo
    por que me rechazaron la idea que mande
    por que no salio adelante lo de quitar {skill}
    por que rebotaron mi idea
    por que rechazaron mi propuesta
    por que ustedes tienen la ultima palabra y no los equipos
    puede cualquiera opinar sobre las modificaciones o la ultima palabra la tienen unos pocos ilustrados
    puede un admin aprobar un cambio el solito
    puedo cambiar mi voto
    puedo cambiar mi voto despues de emitir
    puedo cambiar mi voto dsp
    puedo cambiar mi voto me apure
    puedo retirar una propuesta que hice
    que mayoria exigen
    que ocurre con una {skill} que vence sin reunir apoyos suficientes muere o se la vuelve a presentar
    que pasa si hay empate
    que pasa si mi propuesta es rechazadas
    que pasa si no llega suficiente gente a votar
    que pintan los expertos cuando se quiere modificar un requisito
    que reglas rigen las decisiones sobre este documento
    que tiene que pasar para que quiten una habilidad de la escalera
    quien aprueba
    quien aprueba las propuestas
    quien aprueba que {skill} suba de exigencia
    quien decide esto
    quien decide lo que dice la escalera un comite
    quien decide lo que entra en el ladder
    quien decide lo que entra en la escalera
    quien decide lo que lleva cada nivel
    quien decide lo que pide cada nivel
    quien decide los cambios
    quien decide los cambios en la escalera
    quien decide que entra
    quien define los requisitos del rol de {role}
    quien definio estos requisitos
    quien determina que una habilidad vaya en {level} un comite o una persona
    quien es el {proficiency} en {skill}
    quien escribio esto
    quien establece lo que se pide a un {level} de {role}
    quien ha hecho esta escalera
    quien manda en esto
    quien manda en esto quien aprueba los cambios
    quien mantiene esto
    quien puede cambiar la matriz
    quien redacto estos niveles
    quienes son los expertos
    quienes son los expertos esos y quien los nombro
    quienes son los responsables de la matriz
    quiero entender de que manera se modifica este documento
    quiero proponer que se quite {skill}
    quiero proponer un cambio
    quiero proponer un cambio como va
    quisiera entender quien corta el bacalao cuando se decide tocar la escalera
    quorum
    recuerdame como funcionan los votos
    reglas de la comunidad para aceptar un cambio
    reglas del juego para las modificaciones
    se puede abstener uno
    se puede apelar cuando te rechazan algo
    se supone que es democratico pero siempre ganan los mismos como funciona realmente
    si algo se rechazo se puede volver a plantear mas adelante
    si empatan que
    si nadie vota que sucede
    si nadie vota se cae la idea
    si rechazan mi propuesta puedo insistir
    si solo votan cuatro gatos la decision vale igual o se exige una participacion minima
    sospecho que mi idea ni la leyeron que camino recorre una sugerencia
    soy nueva en el grupo y veo encuestas por todos lados alguien me podria contar las reglas del juego
    un solo no bloquea el cambio
    una vez aprobar cuando entra en vigor la modificacion
    una vez que mando una sugerencia por donde pasa
    usted perdone existe algun derecho de veto de parte de los especialistas
    vence manana o pasado lo que se esta votado cual es el plazo normal
    votan todos o unos pocos
    votar en contra hay que justificar
    vote ayer cuando se sabe el desenlace
    y en caso de empate
    y si nadie vota
    yo puedo votar o es solo para los capos
    yo puedo votar o es solo para unos cuantos
    you vote pero cambie de opinion puedo cambiar mi voto
    {skill} no deberia ser para {level}
  `,
  coverage: `
    a quien le mando mi cv para el cargo de {domain}
    a quien le pregunto sobre {skill}
    alguien del equipo sabe {skill}
    anos de exp para {level}
    aqui dicen algo de trabajo remoto you horario
    azure no cuenta
    banda salarial de {level}
    bandas salaries por nivel please
    beneficios y vacaciones segun el nivel
    bono por ser {level}
    busco el nivel de cto o director no lo hallo
    busco el perfil de product manager y no aparece
    busco la parte de azure y no la veo
    c++ falta o que
    cada cuanto se asciende
    cada cuanto se hacen las promocione
    como pido un aumento
    como pido un aumento a mi jefe
    con 45 anos soy demasiado mayor para empezar de {level}
    con este resultado me ascienden en automatico o lo decide alguien mas
    con quien hablo de {domain}
    con un doctorado entro directo como {level}
    contempla react angular o algo de interfaz
    contratan {level} remoto
    cual es la edad maxima para entrar de {level} jaja
    cuando es la proxima ronda de ascenso
    cuando es mi proxima entrevista
    cuando hay promociones
    cuando me ascienden
    cuando me promocionan
    cuando me suben el sueldo
    cuando son las promociones
    cuando son los ascensos
    cuantas habilidades hay en total
    cuanto cobra un {level}
    cuanto cobra un {role} {level}
    cuanto gana un {level}
    cuanto gana un {level} de {role}
    cuanto gana un {level} de {role} en su 1er ano
    cuanto gana un {role} {level}
    cuanto paga un {level}
    cuanto se paga
    cuanto se tarda en llegar a {level}
    cuanto tiempo hay que estar de {level} antes de que te promuevan
    cuanto tiempo hay que estar en un nivel antes de subir minimo
    cuantos anos de experiencia piden para ser {level}
    cuantos anos de experiencia piden para {level}
    cuantos anos de experiencia se piden para ser {level}
    cuantos dias de vacaciones tengo
    cuantos dias libres tiene uno con el puesto de {level} de {role}
    cuantos {level} hay ahora mismo en la plantilla y cuantos cupos quedan
    cuentame quien decide que te den el cargo de {level} en {role} y cada cuanto hay ascenso
    de donde sale este marco de carrera
    dicen que el {level} gana el doble que el {level} me lo confirman
    disculpe ustedes contratan o tienen una bolsa de trabajo a la que pueda mandar mi hoja de vida
    disenado ux {level}
    diseno ux aparece
    donde esta java
    donde esta power bi
    donde pido vacaciones
    donde quedo la gente de producto los scrum masters y demas fauna no la veo representada
    el bono de fin de ano depende de mi nivel
    el desarrollo movil con kotlin brilla por su ausencia es decision deliberada o simple despiste
    el nivel de ingles lo toman en cuenta
    en las entrevistas de contratacion usan esto
    escribeme un script en python para ordenar una lista
    esta azure
    esta el ingles entre los requisitos
    esta rust
    estan contratado gente ahora
    estan contratando {role}
    esto afecta mi bono
    esto sirve para contratar gente
    esto sirve para decidir aumento de sueldo
    esto sirve para decidir despiden me preocupa
    esto vale tambien para los {domain} puros y los sysadmin
    evalua el trabajo en equipo o la empatia
    evaluais tambien {domain}
    evaluais {domain}
    existe el rol de data scientist aqui
    falta el {domain} engineer o es que no lo consideran
    frontend lo tienen
    golang no cuenta
    hace falta titulo universitario
    hacen falta certificaciones de {skill} o gcp oficiales
    hay algo de azure
    hay algo de kotlin
    hay algo de php
    hay algo de react
    hay algo de rust en la escalera
    hay algo de {domain}
    hay algo previsto para los disenadores ux o la escalera solo mima a los de datos y modelos
    hay algo sobre rust
    hay algo sobre scala
    hay algun {proficiency} en {skill}
    hay preguntas de entrevista
    hay rol de frontend
    hay un perfil de {domain} o de tester en la escalera
    hay vacantes abiertas de data
    hay vacantes de {role}
    hice tres certificaciones de {skill} que me costaron un rinon cuentan para algo aqui
    hola soy product owner hay algo para mi o solo es para ingenieros
    horario home office beneficios algo de eso figura
    incluis ventas
    incluye marketing
    incluyen ingles como requisito es que lo hablo fatal
    incluyen ventas
    incluyen {domain} como negotiation o manejo de conflictos
    java no lo veo por ningun lado se les olvido
    java se pide en algun rol
    la empresa esta obliged a ascender si cumplo todo
    la escala sirve para fijar tarifas de freelancers
    la escalera sirve para contratar gente
    limitations del alcance que cosas de mi carrera esta escalera no va a responder
    llevo media vida en ciberseguridad como pentester y quisiera saber si mi oficio cabe en su esquema
    los data scientist donde quedamos
    me ayudan con la visa
    me daran aumento si paso a {level}
    me encantaria ver project managers en la lista parece que no los contempla
    me gustaria saber cuantos dias de vacaciones le tocan a un {level} you puestos a preguntar
    me ofrecieron {role} {level} y antes de firmar quiero saber si es remoto o hay que ir a la oficina
    me patrocinan la visa si llego a {level}
    me piden java
    me pregunto si el bono anual depende de lo que salga en este bot en la oficina corren rumores
    me pueden subir el sueldo si saco {level} aqui
    me puedes ayudar con el curriculum
    me sirve el nivel como certificado oficial para una visa
    me van a ascender si saco {level}
    metodologias agiles jira scrum
    mi contrato vence en junio y queria saber cuanto se le paga a un {level} segun esta escalera
    mi evaluacion de desempeno sale de aqui o es otra cosa
    mi jefa dice que con cinco anos de experiencia uno you es {level} la escalera se pronuncia al respecto
    mi jefe me prometio la promocion si el bot me da {level} vale
    mi jefe puede usar esto para decidir mi sueldo
    mi nivel aqui determina si me toca el aumento de julio
    mi sobrino busca practicas remuneradas y no se si esto sirve para conseguir una plaza
    mongo y cassandra por que no figura
    necesito certificacion de {skill}
    necesito la vacante de {role} que banda salarial le pongo a un {level}
    necesito saber java
    necesito saber java para {role}
    necesito saber rust
    necesito saber rust para ser {role}
    necesito saber rust para {role}
    necesito titulo
    necesito titulo universitario para entrar de {level}
    necesito una carrera universitaria para ser {role}
    no encuentro a los data scientist existen aqui
    no encuentro nada sobre scrum masters existe
    no existe la categoria de becario
    no hay nada de computer vision a proposito
    no sale nada de power bi ni tableau
    no veo rust por ningun lado por que
    obtener aqui el nivel {level} obliga a mi empresa a ascender porque you me estoy frotando las manos
    para android y ios hay escalera
    pense que habria una ruta para gerentes de ingenieria y veo que nada
    pentester como rol no lo veo
    pide la escalera algun titulo universitario a un {role} {level}
    piden certificaciones de {skill} o muestra o algo asi
    piden certificado para {level}
    piden rust en algun lado
    por que no aparece gcp
    por que no esta rust
    por que no esta scala
    por que no hablan de {skill} proyectos ni de presupuesto
    por que no sale angular
    program en rust por demotion y me duele no verlo en la lista hay algun motivo
    puedo usarlo para despedir a alguien que no cumple pregunta seria
    que bono corresponde a cada categoria
    que companero sabe {skill}
    que companeros saben {skill}
    que cosas no cubre
    que cosas se quedan fuera
    que limitations tiene este marco
    que nivel de ingles piden a un {level} de {role} b2 c1
    que no cubre esta escalera
    que no cubre esto
    que no cubre la escalera
    que no viene en la escalera
    que perfiles se quedaron fuera
    que sueldo tiene un {role}
    que temas cubre esto
    que temas deja afuera la escalera
    que temas quedan fuera de la escalera
    quien controla de {skill} por aqui
    quien domina {skill} en el equipo
    quien es {proficiency} en {skill}
    quien es {proficiency} en {skill} aqui
    quien escribio este marco
    quien me puede ayudar con {skill}
    quien sabe de {skill}
    quien sabe de {skill} en el equipo
    quien sabe mas de {skill} aqui
    quienes son los expertos en nlp
    quienes son los expertos en {skill}
    quiero pedir un aumento y llevar un rango salarial de referencia me lo pueden familiar
    quiero trabajar desde espana con contrato argentino tratan la visa
    quisiera entender cuantos anos hay que llevar para entrar en la categoria {level} en {role}
    react sale o nada
    robotica y vision artificial las tienen en cuenta o no
    salario de {role} y de {role} en que se diferencian
    salario {role} colombia
    scrum master no hay
    se cubre java
    se evaluan las {domain}
    se incluye azure
    se puede ser {level} sin gestiona gente
    se puede usar lo que dice aqui como filtro en una entrevista de contratacion
    se usa para contratar gente
    si cumplo con todo me ascienden automaticamente o quien lo decide
    si saco {level} me ascienden automaticamente
    sirve esto para contratar gente
    soy cientifica de datos no ingeniera no me encuentro en ninguna parte
    soy desarrollador de interfaces en react y no me encuentro por ninguna parte se olvidaron de nosotros
    soy disenado ux aqui hay algo para mi
    soy manager con esto puedo justificar la paga de mi gente
    soy scrum master hay algo para mi
    sueldo de un {level}
    sueldo de un {role} en mexico
    sueldo {role} mexico
    sueldos {role} mx
    sustituye la evaluacion de desempeno de rrhh
    tabla salarial por favor
    te pueden echar por salir bajo
    tengo la carrera a medio terminar exigen titulo universitario para que me considered {level}
    tienen algo de frontend o react
    tienen algo sobre politica de vacaciones y permisos
    tienen el rol de scrum master
    tienen escalera para engineering managers
    tienen un rol de frontend
    trabajo en ciberseguridad pura no veo una ruta para nosotros
    un {level} en {role} tiene gente a cargo y stock options
    un {level} tiene gente a cargo
    un {role} necesita excel
    un {role} ocupa saber java
    ux designer niveles
    va a llover manana
    vacaciones
    vacantes abiertas de {role} ahorita
    vale este titulo fuera de la empresa en otra compania digo
    vivo en bogota y me interesa trabajar desde espana esta herramienta orienta sobre visado
    y java
    y las vacaciones como funcionan
    y las vacaciones segun el nivel
    y los analistas de datos por que no salen aqui
    y power bi
    y que pasa con mobile ios android nada
    y rust
    y rust lo piden en algun rol
    y un analistas de datos que nivel tendria
    {skill} personas presupuesto engineering managers algo de eso
  `,
  'next-level': `
    a ver si se python y algo de {skill} con eso paso de {level} o necesito algo mas
    acabo de salir de la uni y quiero trabajar con {domain} que aprendo y en que orden
    ando buscando una {skill} seria hacia {level} de {role} de esas que se puedan colgar en la pared
    ayudame a armar el camino de un pibe que es {level} y quiere llegar a semi
    ayudame a trazar el itinerario de un {level} de {role} que aspira a {level}
    camino a {level} por favor
    camino para llegar a {level} de {role}
    como ascender de {level} a {level} siendo de {role}
    como asciendo
    como asciendo al siguiente nivel
    como avanzar al siguiente nivel en el rol de {role}
    como avanzar de semi a {level} {role} sin morir en el intento
    como crezco dentro de ingenieria de modelos hasta lo mas alto
    como le hago para dejar de ser el {level} del equipo
    como llego a {level}
    como llego a {level} de {role}
    como llego a {level} en {role}
    como llego a {level} {role}
    como me convierto en {role} {level}
    como me hago {level}
    como paso de {level} a {level}
    como paso de {level} a {level} como {role}
    como paso de {level} a {level} en {role}
    como pego el estiron hacia {level} en {role}
    como puedo ascender a {level} en {role}
    como se llega a data enginer {level}
    como se llega a ser {level} de {role}
    como se sube de nivel en esta escalera
    como subo a {level}
    como subo de nivel
    con que se gana uno el titulo de {level} de {role}
    cual curso primero si voy para {level} {role}
    cual es el camino para llegar a {level}
    cual es el siguiente nivel
    cual seria la mejor manera de escalar desde {level} en {role}
    cuanto puede tomarme pasar de {role} {level} a {level} si le dedico dos horas diarias
    dame un plan de estudio para pasar de {level} a {level} en {role}
    de aqui a un ano me gustaria verme un nivel arriba que libros practicas o temas tocan
    de grande quiero ser {level} como quien dice soy {level} {role} cual es la escala que me espera
    de que manera se asciende de {level} a lo mas alto
    de {level} a {level} {role} que estudio
    de {role} a {role} cuanto hay que aprender
    deseo progresar profesionalmente cual es mi siguiente meta y como la consigo
    despues de {level} que sigue
    dime que tengo que meterle a la cabeza para que me tomen como {level} en {role}
    el salto {level} versus {level} en plataforma que hay que sumar y en que orden
    el siguiente escalon de un {level} {role} y como se alcanza
    en que debo enfocarme si soy {level} de {role}
    en que orden conviene aprender las cosas para pasar de {level} a {level} {role}
    en que tengo que mejorar para subir de nivel
    en un ano quiero estar un nivel mas arriba que tendria que ir aprendiendo
    ensename el camino para volverme {level} en {role}
    estando en {level} como subo
    estoy a un pasito de {level} y no quisiera tropezar en el ultimo escalon que me conviene reforzar
    estoy de {role} {level} y mi meta es {level} antes de diciembre hazme un plan
    estoy entre {level} y {level} en {role} que es lo que mas me acerca al {level}
    estudio {skill} y {skill} que mas me podrian para ser {role} {level}
    existe una {skill} desde cero hasta {role}
    expliquenme como se trepa de {role} {level} a {level} sin perder la cordura en el intento
    hacerme {role} desde cero camino recomendado
    hay un camino de {level} a {level}
    hazme un plan de estudio para llegar a {level} {role}
    hoy hago {domain} puro y duro pero sueno con terminar de {role} trazame el itinerario
    hoy soy {level} de {role} que seria lo proximo
    la meta es {level} {role} explicame los escalones uno por uno
    le quiero proponer un desarrollo a mi senior de {role} rumbo a {level} que deberia ir cultivando
    llevo dos anos de {level} en {role} y quiero dar el salto que me toca aprender
    llevo dos anos de {level} y quiero subir que se necesita
    llevo siglos estancada en {level} de {role} quiero dar el paso de una vez por donde
    llevo tres anos estancada en {level} de {role} y quisiera un plan para dar el salto de una vez por todas
    llevo tres anos siendo {level} de {role} y me quiero mover para arriba
    me ascendieron a {level} hace un mes y you estoy pensando en {level} que debo preparar
    me dijeron que aun estoy verde para {level} de {role} vale y como maduro
    me gustaria reconvertirme en {role} que me toca aprender
    me gustaria ser {level} el ano que viene
    me gustaria un mapa de ruta para que mi pupilo deje de ser {level} en {role} antes de fin de ano
    me interesa convertirme en {role} viniendo de {domain} que ruta me recomiendas
    me orientame con los skills que tengo que levantar para pegar el salto
    me quiero pasar a {domain} soy analistas como le hago
    mi equipo quiere saber que pasos dar para avanzar hasta {level} que les comparto
    mi hija estudio informatica y suena con trabajar en {domain} que le recomiendas ir aprendiendo
    mi jefe me prometio que hablaremos de {level} en diciembre que deberia ir estudiando como {role} hasta entonces
    mi objetivo del semestre es ascender un escalon en {domain} usted digame que material encaro y en que orden
    mi siguiente nivel
    mi {skill} quiere dejar de ser {level} que plan le armo
    no aspiro a la luna solo a dejar de ser becario en datos recomiendame por donde avanzar
    para convertirme en {role} siendo sysadmin que temas ataco
    para el nivel de arriba en que debo formarme
    para llegar a {level} de {role} cuanto camino hay y que cosas hay que ir tachando
    pasos p ser {role} {level}
    pasos para crecer aqui
    pasos para llegar a {level} desde {level}
    plan de 6 meses para {role} {level}
    plan de carrera para un {role} por favor
    plan de crecimiento para que mi mid de {role} sea {level} el otro ano
    plan de estudios para entrar como {level} de {role}
    por donde empieza alguien que viene de {level} y apunta a {level} en {role}
    por que orden conviene aprender las cosas si aspiro a un puesto de {level} en {role}
    que aprender p {level} {role}
    que aprendo despues
    que camino sigo para dejar de ser {level}
    que cursos o temas me llevo para llegar a {level}
    que deberia estudiar alguien que quiere el titulo de {role} {level}
    que debo aprender para ascender a {level} como {role}
    que estudiar para ser {level} de {role}
    que habilidades ha de reforzar un {level} para que lo considered {level} en {role}
    que hace falta para llegar al nivel {level} de {role} desde {level}
    que hago para que me pasen a {level}
    que hago para que me tomen como {level} en {role}
    que hay despues de {level}
    que le falta a un {level} de {role} para dar el brinco
    que le falta aprender a un {level} de {role} para convertirse en {level}
    que me falta para ser {level} en {role}
    que me falta para ser {role} {level}
    que me hace falta estudiar para dar el salto a {level}
    que me separa en cuanto a estudio de convertirme en {level} si you soy {level} de {domain}
    que necesito para llegar a {level}
    que necesito para que me considered {level}
    que necesito para subir a {level} en {role}
    que necesito para subir a {level} siendo {role}
    que nivel sigue a {level} en {role}
    que pasos daria una {role} que pretende mudarse al bando de los {domain}
    que pasos doy para dejar de ser el {level} del equipo
    que pide el escalon que sigue despues de {level}
    que sigue despues de mi nivel
    que sigue despues de {level} y como se alcanza
    que tendria que dominar un {level} de {role} para jugar en la liga siguiente
    que tendria que estudiar un {role} que aspira a {level}
    que tengo que aprender para ser {level} {role}
    que tengo que estudiar para subir a {level} en {role}
    que tengo que hacer para ser {level}
    que tengo que hacer para subir a {level}
    que tengo que ir preparando si en un ano me quiero ver como {level} de {role}
    que tengo que mejorar para llegar a {level} en {role}
    que viene despues de {level}
    quiero ascender por donde voy
    quiero brincar a {level} {role} este ano
    quiero cambiarme de rol a {role} por donde empiezo
    quiero crecer pero no se hacia donde estudiar estoy de {level} en {role}
    quiero llegar a {level} como {role}
    quiero llegar a {level} como {role} que necesito
    quiero que me nombre {level} y ni idea de por donde tirar
    quiero ser {level} algun dia que me haria falta
    quiero ser {level} algun dia que tengo que hacer
    quiero ser {level} de {role} en dos anos que ruta sigo
    quiero ser {level} que me queda por aprender
    quiero ser {level} {role} por donde empiezo
    quiero ser {role} {level} que camino tengo
    quisiera escalar un peldano en que me pongo las pilas
    quisiera saber como se llega a {level}
    quisiera subir a {level} en {role} que conviene trabajar
    recien egresado apuntando a {role} guia
    ruta para ser {role} {level}
    si hoy soy {role} {level} cuales serian los pasos hacia el proximo peldano
    si quiero llegar a {level} en {role} le meto a {skill} o a {domain}
    siguiente escalon desde {role} {level}
    soy contador tengo cuarenta y quiero reinventarme como {role} por donde comienzo la traves
    soy dev {domain} con diez anos que recorrido me sugiero para entrar al mundo de {role}
    soy {domain} que necesito para ser {role}
    soy {level} de {role} que necesito para pasar a {level}
    soy {level} de {role} y quiero pasar la vara del siguiente que plan me recomiendas
    soy {level} que necesito para ser {level}
    soy {level} que sigue
    soy {level} y debo ayudar a dos {level} de plataforma de modelos a crecer hasta {level} que ruta les marco
    soy {level} y quiero ser {level} que hago
    soy {role} {level} como llego a {level}
    soy {role} {level} que me toca despues
    soy {role} {level} que necesito para subir a {level}
    soy {role} {level} y quiero ver lo que sigue
    sueno con ser {level} guiame
    tengo un muchacho en el equipo que quiere avanzar a {level} que debe estudiar
    termine el bootcamp la semana pasada y ahora que camino sigo hasta ser un {role} como dios manda
    transicion de {role} a {role} que deberia ir agregando a lo mio
    trayectoria tipica para hacerse {proficiency} y subir hasta arriba
    un {level} de {role} como le hace para brincar a {level} cuentame los pasos
    vendo seguros pero se algo de python quisiera conocer la secuencia de {skill} para llegar a {role}
    vengo de analistas de bi y me quiero volver {role} {level} que aprendo primero
    vengo de {domain} y me tienta lo de {role} que tramo me queda por recorrer
    what do i need para ser {level} {role} en espanol por favor
    y mi proximo nivel cual es
    you soy {level} y ahora que viene y que requiere
    {skill} para ascender de categoria en {domain} que aprender
  `,
  gaps: `
    a la luz de mi diagnostico que recomiendas usted reforzar
    a que le meto diente este mes con lo que salio
    a ver dime sin filtro donde la estoy pifiando
    a ver mis huecos sin anestesia
    ayer me evalue y quiero preparar la charla con mi {level} cuales son mis carencias mas gordas
    ayudame a armar un plan con lo que sali mal
    brechas
    carencias mias
    che pasame lo que me quedo flojo asi se lo muestra a mi {level} el viernes
    che y en {domain} como ando me falta mucho
    cojeo en algo
    como tapo los agujeros que tengo cual es el mas grave
    con lo que puse la ultima vez en que deberia concentrarme este trimestre
    con mi resultado en la mano quisiera saber donde rinde mas cada hora de esfuerzo que invierta
    con que skill le saco mas jugo si le dedico este trimestre
    cosas que tengo en amarillo o rojo
    creo que lo mio es malo en {domain} y {domain} es asi o hay algo peor
    cual es mi talon de aquiles
    cuales fueron las material que me tumbaron en mi evaluacion quiero ponerme a estudiar you
    cuales skills me estan frenando
    cuales son las competencias en las que estoy por debajo de lo pedido
    cuales son mis carencias
    cuales son mis puntos debiles
    cuales son mis puntos flojos
    cuantas competencias me faltan por cubrir todavia
    cuantas skills me quedaron debajo de la linea
    cuanto me falta pal {level}
    cuanto me falta para {level}
    dame un plan de estudio basado en mis puntos flojos
    de las cosas que no alcance cual es la mas facil de subir
    de todo lo que me salio en rojo cual ataco antes
    de todo lo que no alcance dame la prioridad numero uno y me dejo de historias
    del test que hice cuales me salieron en rojo
    despues del test me quede con mal sabor de boca quisiera ver en que cojeo exactamente
    dime donde la estoy pifiando
    dime mis brechas
    dime mis puntos debiles
    dime sin anestesia donde la estoy embarrando
    donde cojeo
    donde la estoy cagando
    donde pierdo mas puntos
    en cuales areas me encuentro por debajo de lo esperado
    en cuales no llegue
    en lo que conteste que me frena para ser {role}
    en que ando flojo
    en que deberia mejorar
    en que deberia trabajar
    en que estoy flojo
    en que flojeo
    en que la cague en el cuestionario
    en que me tengo que enfocar
    en que patino mas
    en que tengo que mejorar
    en que tengo que ponerme las pilas para subir
    en {domain} como quede de mal
    estoy cerca de {level}
    estoy estando mira mis resultados y dime que toco
    estoy lejos de ser {level}
    estoy listo para ser {level}
    estudiar you que cosa segun lo que conteste
    flaquezas
    hay algo obligatorio que no este cumpliendo
    hay algo que me falte de las obligatorias
    las tres cosas mas urgentes que tengo que aprender yo no en general
    lista de lo que no cumplo
    lo mio que es lo mas urgente
    lo peor mio cual es
    mandame lo que tengo mal y lo pongo como objetivos del semestre
    me dijiste que me quede corto pero corto en que exactamente
    me falto poquito para {level} o eso creo senalenme que fue lo que me freno
    me gustaria saber en que deberia enfocarme yo no en general
    me gustaria saber que lagunas rastro para organizar mi presupuesto de formacion
    me pasas las brechas entre lo que puse y lo que piden
    me quede corto en algo de {domain}
    me voy a apuntar a un curso {skill} o {skill} lo que mas me haga falta
    mi jefa quiere un plan de mejora personal y necesito la lista de mis carencias detectadas
    mi punto debil cual es no me digas todo solo el mas grave
    mi {level} quiere saber que formacion pedir para mi que le digo
    mi {skill} me pidio tres cosas que mejorar y prefiero bajarme en lo que conteste la ultima vez
    mis carencias por favor
    mis debilidades en orden de urgencia
    mis debilidades por favor
    mis lagunas en orden de importancia
    mis puntos debiles
    muestrame donde me quede corto sin anestesia que aguanto
    muestrame lo que tengo pendiente
    muestrame lo que tengo pendiente por subir
    necesito armar mi plan de desarrollo con mi jefa pasame mis huecos
    no llegue a {level} por que habilidades exactamente
    no me interesa lo que hago bien quiero saber lo que hago mal
    ok soy {level} y ahora que le echo ganas para que no me pase de nuevo lo mismo
    oye y de {domain} que me haria falta pulir segun el test que hice la semana pasada
    podria usted senalarme los puntos en que mi desempeno quedo por debajo de lo requeridas
    ponme en orden lo que tengo que trabajar
    por donde arranco a mejorar
    por donde deberia empezar a mejorar segun lo que conteste
    por donde empiezo yo con los huecos que me salieron
    pucha y que tengo que repasar entonces
    que areas mias necesitan atencion
    que cosas me separan de lo que el puesto pide mirando mi evaluacion
    que deberia aprender ahora
    que deberia repasar yo de {skill} y demas viendo como me fue
    que deberia trabajar primero de acuerdo con lo que respondi
    que estudiar primero de lo que sali mal
    que habilidades me separan todavia del nivel que queria
    que habilidades tengo por debajo
    que hago con lo que me salio abajo por cual arranco
    que me conviene estudiar ahora
    que me conviene reforzar you con base en mis respuestas
    que me esta frenando
    que me falta
    que me falta a mi segun lo que respondi
    que me falta para el siguiente nivel
    que me falta para {level}
    que me falta para {level} segun mis respuestas
    que me falto
    que me queda para llegar a {level}
    que me queda por aprender
    que me separa del {level} con lo que saque
    que pulir primero
    que se me da peor
    que tan lejos estoy de cumplir en {domain}
    que tan lejos quede y por culpa de que habilidades
    que tengo que mejorar
    quiero mejorar pero no se por que lado empezar vos que viste mis respuestas
    quiero ver mis areas de mejora
    quisiera un listado de lo que tengo por debajo de lo exigido
    se que en {skill} voy mal pero habra otras que ni me di cuenta
    se que no llegue al nivel que buscaba ahora bien que es lo que me falta a mi en concreto
    segun lo que respondi el martes cual es mi talon de aquiles
    segun lo que respondi que deberia estudiar primero
    segun mi evaluacion donde estoy mas verde por ahi quiero partir
    segun mi ultimo resultado que me falta
    segun mi ultimo test que refuerzo
    segun usted que deberia corregir antes de la proxima revision
    si tuvieras que escoger una sola carencia mia para resolver este trimestre cual seria
    siento que flaqueo en algo de {domain} pero no estoy seguro que dicen mis respuestas
    siento que me quede atras con todo lo de {domain} confirmame con mis datos
    sigo patinando en lo mismo de siempre o hay asignaturas pendientes nuevas en mi lista
    solo tengo 3 horas a la semana para estudiar a que le meto primero
    tengo el 1 1 el jueves y quiero llevar lo que debo reforzar
    tengo libres los fines de semana de mayo segun mis respuestas que hueco deberia tapar primero
    tengo un par de horas libres a la semana a que tema mio le saco mas provecho
    termine el cuestionario ayer en cuales habilidades me quede corta
    termine el test ahora que priority
    top 3 cosas que debo arreglar
    tras evaluarme me quede con una montana de tareas ayudame a ver cual de mis debilidades atacar antes
    viendo mis respuestas cual es el agujero mas grande
    voy bien para {level}
    y a mi que me conviene aprender con lo que you se
    you hice el assessment ahora dime que estudiar
  `,
  search: `
    a ver si pone algo de tensor parallelism
    agenda de investigacion
    algo de {skill} por ahi
    algo que diga {skill}
    alguien escribio algo de alucinaciones ahi muestrame donde
    alguien me podria indica donde se menciona {skill} en caso de que aparezca
    ando a la caza de cualquier mention a {skill} en las fichas por si me salvan la auditoria
    aparece on call en algun texto
    aparece {skill} en algun texto
    aparece {skill} o solo hablan de {skill}
    busca por favor la expresion datos personales el equipo legal me pide las preferencias exactas
    buscame donde dice lo de los varios equipos que sale a cada rato
    buscame {skill} en los textos
    buscar latencia
    busqueda stakeholders
    consulta de texto versus idempotencia
    ctrl+f juice shop
    cuantas veces aparece {skill}
    cuantas veces sale {skill}
    cuantas veces y donde sale rollback en todo lo que tienen escrito
    dame cada mention de pod que tengas
    dime en que renglones citan el {skill}
    donde habla de privacidad datos personales el texto de la escalera
    donde sale la frase prueba de carga
    donde sale {skill}
    donde se habla de rollback
    donde se menciona la {skill}
    donde se menciona triton
    en cual habilidad hablan de canary
    en donde aparece la palabra latencia
    en que fragmentos se usa la expresion sin ayuda
    en que habilidad sale la cuantizacion
    en que parte de la documentacion se nombra {skill}
    en que parte de la escalera se nombra a los deadlocks los necesito para una clase
    en que parte habla de {skill}
    en que partes nombran a {skill}
    encuentra explain dentro de las descriptions
    encuentra rollback
    encuentra todo lo que hable de incidentes
    encuentra todo lo que hable de postmortems
    estoy revisando el vocabulario y me gustaria ver cada lugar en que aparece escrito sin ayuda
    existe alguna referencia a accesibilidad en todo el documento
    fijate si en algun rincon del documento dicen backfill por favor que discutimos por eso en el equipo
    fijate si en los textos figura {skill}
    filtra lo que contesta {skill}
    filtra por alertas
    find costos
    hablame cualquier cosa sobre secretos y votacion de claves
    hay algun parrafo con estimacion
    hay algun texto que diga on call
    hay algun texto que traiga la palabra canary recuerdo vagamente haberla visto por ahi
    hay alguna parte que diga algo sobre costos de {domain}
    le agradeceria que buscar el vocablo auditoria en las descriptions
    lei por ahi lo de chaos engineering en que seccion estaba
    lo de exactly once lo ponen en algun requisito o me lo invente
    localice usted las preferencias a cifrado
    localiza las frases con postmortem
    localizame todas las frases donde salga la palabra presupuesto que quiero {skill} en un informe
    me suena haber leido algo de idempotencia en alguna ficha y you no doy con el parrafo
    mi companero asegura que en algun sitio pone chaos engineering puedes comprobar
    mi jefe jura que los textos hablan de postmortem y yo no lo encuentro ni con lupa
    necesito citar el pedazo que trata de runbooks y no lo hallo
    necesito las mentions de latencia para una presentacion
    necesito los pasajes que contengan latencia para un glosario que estoy componiendo
    necesito ubicar todos los pasajes que hablen de plantilla
    no doy con el parrafo de los backfills echame una mano
    no recuerdo el nombre de la skill pero decia algo de spot instances donde lo vi
    palabra clave particionado
    palabra clave rollback
    palabra {skill} donde
    para una cita academica requiere el fragmento literal en que se alude a la deriva de los datos
    particiones
    pasame las lineas donde aparezca la palabra {skill}
    que descriptions contiene canary
    que dice sobre particiones
    que textos nombran idempotencia
    quiero las frases donde figure accesibilidad
    quisiera rastrear el termino {skill} por todos los enunciados si es que figura
    rastrea prompt injection por toda la escalera a ver que sale
    rastreame el termino backpressure
    recuerdo haber leido algo de prompt injection por aqui y no lo encuentro
    sale la palabra cliente por ahi
    sale la palabra {skill} en algun lado
    se habla de costes en la escalera donde
    se habla de multi tenant en algun sitio estoy casi seguro echame una mano para encontrarlo
    se menciona a {skill} en algun lado
    teclee particiones en el navegador y nada revisa tu si esa palabra esta en alguna descripcion
    textos con incidente
    tirame todo lo que contesta onnx
    todas las frases con p99
    un lector del blog asegura que citan {skill} podria usted comprobar en que enunciado
    {skill} en que frases sale
    {skill} sale en algun sitio
  `,
  unknown: `
    12 por 37
    a como esta el dolar blue
    a como esta el dolar hoy
    a cuanto cotiza el dolar blue hoy quiero cambiar unos pesitos antes del viaje
    a que hora cierra la oficina de santiago
    anda cuentame un chiste de lepe que vengo con la moral por los suelos
    arreglame este bug nullpointer
    arreglame este error segmentation fault core dumped
    asdf nlkj
    asdf qwe j
    asdfgh
    asdkj qwopei lkjh zmxn bueno you se durmio mi bebe sobre el teclado otra vez
    asdkjfh
    asdkjh
    asdkjh qwe
    asdkjhasd
    azul martes tenedor
    blablabla nenene
    busco departamento barato en santiago cerca del metro sabes de alguno que este en aprendo
    como estas
    como hago una tortilla de papas
    como hago una tortilla de patatas
    como instalo windows en mi portatil
    como te llamas
    compon un soneto para la jubilacion de mi jefe que rime y lo haga lagrimear
    con quien hablo para que me cambie la silla
    cual es el mejor restaurante cerca de la oficina
    cual es la capital de francia
    cual es la capital de mongolia
    cual es la capital de peru
    cual es la clave del wifi de invitados
    cuando es la proxima reunion del equipo
    cuanto es 25 por 18
    cuanto es 25 por 4
    cuanto es 345 por 12
    cuanto es 347 por 19
    cuantos anos tienes
    cuentame un chiste
    cuentame un chiste de programadores
    dame un ejemplo de chiste malo
    dame una receta de tortilla de patatas
    depureme usted este script de bash que me arroja un error rarisimo en la linea doce
    discutir con mi mujer por culpa del futbol quien gano la final del mundial de 1978
    donde puedo comer bien por el centro
    donde queda la oficina
    el azul murcielago desayuna logaritmos mientras la escoba canta en fa sostenido
    el flan de mi abuela es el mejor
    el gato se subio a la mesa
    eres un inutil de mierda
    eres un robot
    eres una persona o un robot
    eres una persona real
    eres una {domain}
    escribeme el codigo de una {domain} en {skill} que suba archivos a {skill} que no llego a la entrega
    escribeme un correo para mi jefe
    escribeme un correo pidiendo el dia libre
    escribeme un mail para mi suegra
    escribeme un script en python que lea un csv
    escribeme una funcion en python que quite duplicados de una lista
    estas casado
    estoy aburrido
    estoy cansado hoy
    existe dios
    hazme los deberes de fisica de mi hijo que yo de planos inclinados you ni me acuerdo
    hazme un poema sobre los lunes
    hazme un script en python
    hazme un script en python que borre duplicados
    hazme una funcion en python que ordene una lista
    jajaja
    jajaja que bueno
    jajaja xd
    jsjsjsjs
    juguemos ahorcado
    la impresora del tercer piso no imprime
    llovera manana en guadalajara es que tengo boda al aire libre y ando con el alma en un hilo
    manana te llamo
    me aburro
    me ayuda a convertir 12 pulgadas a centimetros
    me ayudas a redactar un correo a mi jefe
    me caes bien
    me dejo mi novia y no tengo ganas de nada
    me duele la cabeza
    me gusta mucho el patron de la casa es un jefe con mucha {domain}
    me gustaria que me recomendarias una serie para el fin de semana algo de suspendo que enganche
    me puedes escribir un correo para mi jefe
    me puedes responder cuanto es 37 por 89
    me recomiendas un restaurante
    me recomiendas una peli
    me recomiendas una pelicula
    mi horoscopo anuncia cambios en el amor tu crees en esas cosas o eres mas de ciencias
    mi jefe no me escucha
    mi perro se ha comido los apuntes
    mi portatil va lentisimo desde que actualiza windows
    mi query de {skill} tira deadlock que hago te pego el log
    mi suegra viene a cenar el sabado y no se preparar paella me pasas una receta infalible
    muestrame el menu del restaurante de abajo
    necesito ayuda se me inundo la cocina
    necesito traduce al aleman la carta de mi casero alguien me podria echar la mano
    necesito vacaciones ya
    nlkj fdsa
    no funciona el wifi
    no funciona la impresora
    noticias de hoy
    odio a mi jefe
    odio los lunes
    olvide la contrasena del correo
    para que sirve el amor
    pelotudo
    pide un uber
    pideme un uber
    ponme musica
    por que el pod me queda en crashloopbackoff
    por que la vida es asi
    precio del bitcoin
    puedes avisarme cuando empiece el partido del madrid
    que dia cae semana santa
    que hay de comer
    que hay de comer hoy en el comedor
    que hora es
    que hora es en lima
    que opinas de la politica
    que opinas de la politica argentina
    que opinas de la vida
    que opinas de las proximas elecciones en mi casa no se habla de otra cosa
    que opinas de messi
    que opinas del presidente
    que peli veo hoy
    que pelicula me recomiendas para esta noche
    que tal el fin de semana
    que tiempo hace hoy
    que tiempo hace hoy en madrid
    que tiempo va a hacer manana en madrid
    quien es el presidente de argentina
    quien gano el clasico
    quien gano el clasico ayer
    quien gano el mundial
    quien gano el mundial de futbol
    quien gano el partido ayer
    quien gano el partido de ayer
    quien gano el partido del madrid
    quien gano la champions
    quien va a ganar las elecciones
    quiero pedir una pizza
    quiero una pizza
    receta de arepas
    receta de ceviche
    receta de empanadas
    receta de tortilla
    receta de tortilla de patatas
    recomiendame una peli para esta noche
    recomiendame una pelicula
    recomiendame una pelicula para el finde
    recomiendame una serie de netflix
    recomiendame una serie para el fin de semana
    redactame un correo para renunciar con elegancia
    reserva la sala de juntas para las cuatro
    reserva una sala
    reservame mesa para dos esta noche
    reservame una mesa para dos en un sitio romantico de palermo esta noche a las nueve
    revise este codigo a ver por que no compila
    se ha caido produccion
    se me jodio la vpn agregala
    se me rompio el raton
    te quieres casar conmigo
    te quiero
    te quiero rung
    te sabes algun chiste bueno
    tengo dolor de cabeza que me tomo
    tengo el gato estornudando desde el martes sera grave o se le pasa solo
    tengo hambre jaja
    traduce al ingles me encantan las empanadas
    traduce buenos dias al aleman
    traduce butterfly
    traduce casa al ingles
    traduce este parrafo al portugues por favor
    traduce good morning al espanol
    traduceme esto al ingles
    va a llover
    va a llover manana en bogota
    vete a la mierda
  `,
  greeting: `
    alo
    alo alo probando hola me escuchas o hablo con la pared
    bnas tardes
    buen dia
    buen dia don rung aqui reportandome temprano con el mate en la mano
    buenas
    buenas alguien por ahi
    buenas como va todo
    buenas hay alguien ahi
    buenas noches
    buenas noches a todos
    buenas soy nuevo
    buenas tardes
    buenas tardes equipo
    buenos dias
    buenos dias nos de dios rung como has amanecido tu hoy
    chao
    che andas por aqui
    che bot como andas
    che hola todo bien
    como amaneciste
    como estas
    como le va companero
    como va todo
    encantada de conocerte
    encantado me llamo inigo y me acaban de invitar a este chat buenas
    epa mi jefe me dijo que te escribir asi que hola y mucho gusto
    estimado rung reciba usted un afectuoso saludo de parte de la delegacion de sevilla
    ey
    ey hay alguien al otro lado vengo solo a decir hola
    ey que onda
    ey rung
    feliz lunes bot
    feliz lunes querido bot aqui otra vez tu usuaria mas madrugadora saludandote
    hay alguien ahi
    hello que hay
    hola
    hola ando estrenando cuenta y queria saludar antes que nada que gusto estar aqui
    hola bot
    hola buenas
    hola buenos dias
    hola buenos dias a todos
    hola de nuevo you regrese
    hola hay alguien ahi
    hola hola soy nico un gusto
    hola que tal
    hola que tal soy lucia recien llegada de rosario y encantada de saludarte
    hola rung todo bien
    holaa
    holi
    muy buenas noches a todo el equipo que este detras de este simpatico robot
    muy buenas tardes encantado de conocerlo
    muy buenas tardes me recommend este canal una companera del trabajo y paso a presentarme
    muy buenos dias tenga usted
    ola que ase
    que hubo parce
    que onda
    que onda bot
    que onda rung
    que onda rung por fin me anime a escribir mucho gusto en conocerte
    que onda wey
    que pasa tio
    que tal como estas
    que tal rung
    que tal tu dia
    quiubo parce
    quiubo parcero como va todo por esos lados de la maquina
    quiubole
    saludos cordiales desde valparaiso espero que se encuentre usted muy bien esta manana
    saludos desde bogota
    saludos desde lima
    un placer volver a verte por aqui rung despues de tantos meses sin hablamos
    wena cabro paso a dejar un saludito nomas como esta hoy dia
    wena po
    wenas
  `,
  thanks: `
    adios que tengas buen dia
    ah you entiendo ahora
    ahora si me cayo el veinte muchisimas gracias por la explicacion tan clara
    bacan
    bacan me sirvio caleta lo que me dijiste chao y que estes bien
    bacan vale
    bkn se agradece
    buenisimo che gracias totales
    buenisimo te pasaste
    bueno pues eso era todo me voy a comer hasta la proxima
    bueno te dejo nos vemos
    chao
    chao hasta luego
    chao pescao
    chau hasta la proxima
    chau nos vemos
    chevere no mas preguntas
    cierro el chiringuito por hoy que descanses y gracias por la compania
    dale joya
    de diez no podria haberlo dicho mejor me despido por ahora un abrazo
    de lujo quedo agradecida con la explicacion
    de lujo quedo muy agradecida con la explicacion
    era eso adios
    eres un crack che me salvaste las papas con mi jefe nos vemos
    eso es todo por hoy adios
    esta luego
    excelente you no me queda ninguna duda me retiro hasta luego y buen fin de semana
    genial con eso me basta
    genial justo lo que andaba buscando desde hacia dias eres un sol
    genial nos vemos
    gracias
    gracias con eso me ayudaste
    gracias crack
    gracias crack me re sirvio
    gracias hasta luego
    hasta la proxima me voy a comer
    hasta luego
    le agradezco infinitamente la paciencia no pienso robarle mas tiempo por hoy
    listo dale
    listo era eso
    listo eso era todo
    listo gracias
    listo parce quedo clarisimo dios le pague y hasta manana
    listo you entendi como va
    mil gracias
    mil gracias bot
    mil gracias crack
    mil gracias me sacaste de un apuro tremendo justo antes de la reunion
    mil gracias me salvaste
    mil gracias me sirvio un monton
    muchas gracias
    muchas gracias crack
    muchas gracias me sirvio un monton
    muchas gracias por la ayuda
    muchisimas gracias
    muy amable de su parte
    muy amable no necesito nada mas
    nos vemos
    ok eso era todo
    ok gracias chao
    ok hasta luego
    ok mil gracias bot
    ok perfecto
    okey de acuerdo lo comento con mi equipo y you esta adios
    okis you lo vi
    orale va
    orale you quedo
    parcero bendiciones
    perfecto con eso me doy por servido que tengas un lindo dia
    perfecto es justo lo que buscaba
    que crack
    que crack eres
    que maravilla de respuesta mi manager se va a quedar de piedra gracias de corazon
    quedo sumamente agradecido por su ayuda reciba un cordial saludo de despedida
    sale ahi muere
    se agradece parce
    se lo agradezco de todo corazon me ha quitado usted un peso de encima
    se lo agradezco mucho quedo clarisimo
    te debo una
    te lo agradezco
    te lo agradezco mucho
    te pasaste
    thx con eso me basta
    vale entendido todo no hace falta que me cuentes mas te debo una
    vale hasta luego
    vale perfecto
    vale tio mola
    vale you lo tengo claro
    you me voy nos vemos
  `,
  help: `
    a quien le escribo si el bot no me resuelve
    acerca de rung
    activar un aviso trimestre
    ajustes
    alguien me podria familiar un manualito con las instrucciones basicas del bot
    ando perdido nunca habia usado un bot de estos
    antes de perder media manana que tipo de dudas me puedes resolver y cuales no
    apaga los recordatorios
    apagar avisos
    ayuda
    ayuda por favor
    ayudaa
    ayudame con esto gracias
    ayudame por favor no entiendo nada
    botones para que cada uno
    buenas tardes me acaban de agregar a este chat y no se que es
    bueno y ahora que mas puedo pedirte
    buenos dias soy nuevo en el equipo por donde arranco
    cambia el idioma
    cambia el idioma a ingles
    cambiar idioma a ingles
    comandos
    comienza por contarme que haces
    como cambio el idioma
    como cambio el idioma del bot
    como configuro las notificaciones
    como configuro los recordatorios
    como funciona esto
    como funciona rung
    como hago para que me avises cada tres meses y no se me pase revisar lo mio
    como importa mi excel
    como se usa la cosa esta
    como te llamas
    como te uso
    como te uso es mi primera vez
    con que frecuencia deberia autoevaluarme
    con quien hablo si algo no funciona aqui
    cual es tu nombre
    dame ejemplos de cosas que pueda escribir
    dame ejemplos de preguntas
    dame ejemplos de preguntas por favor
    dame ejemplos de preguntas que entiendas
    de que cosas puedo hablar contigo
    de que va este bot
    de que va esto que escribo
    deja de mandar avisos cada lunes
    desactiva los recordatorios
    disculpe la ignorancia soy nuevo cual es su funcion
    donde cambio los ajustes
    donde esta el menu
    donde estan los ajustes quiero apagar los avisos
    donde se configura el canal de propuestas
    en ingles por favor
    en que me puede colaborar usted
    en que me puedes ayudar tu a mi que soy manager
    en que podria echarme una mano usted a lo largo de mi carrera en terminos generales
    ensename a usarte voy a mostrarte en la daily y no quiero quedar mal
    ensename los atajos
    eres bot o persona
    eres como {skill} o que onda
    eres un modelo de lenguaje o un bot con reglas
    eres un robot
    eres una persona o un programa que sabes hacer
    eres una persona o una maquina
    eres una {domain}
    eres una {domain} o usas {skill}
    eres {skill}
    esa respuesta no es correcta
    escribi inicio comenzar dale y nada te gusto dime cuales son las palabras magicas
    eso del slash como era algo
    eso no es lo que pregunte
    eso no responde mi pregunta
    esto es una {domain} tipo {skill} o que onda
    estoy atascado volvamos al inicio
    expliqueme brevemente sus funciones
    exporta la matriz a excel o pdf
    habla en ingles
    hablas espanol
    hablas espanol o tengo que escribir en ingles
    hablas ingles
    hablas ingles tambien mi colega no entiende espanol
    habria forma de que me contestes en ingles es que mi jefa no lee castellano
    hay alguna guia o manual para {level}
    hay manual
    help no me hace nada
    hola me dijo mi jefe que te use pero como funcionas
    instrucciones por favor
    le escribo y me responde cualquier cosa como hay que preguntarle
    lista de comandos
    lista de todo lo que puedes hacer
    me agobian los botones puedo escribir con mis propias palabras o hay que seguir alguna formula
    me agregar a este chat y no tengo idea de que se hace aqui
    me avisas para acordarme de terminar el cuestionario
    me ensenas ejemplos de preguntas que entiendes
    me entiendes si te escribo normal o tengo que usar botones
    me gustaria ver el menu {level} porque llegue aqui por un enlace y no encuentro la salida
    me metieron en este chat sin previo aviso y no se ni para que sirves ilustrame
    me orientame es la primera vez que entro muy amable
    me puedes hablar de usted digo hay configuracion o algo
    menu
    mi companero consigue tablas preciosas y yo solo texto que comandos usa el que yo desconozco
    muestrame el menu de opciones
    necesito ayuda no se usar esto
    no cacho como se usa esto hay alguna guia
    no entiendo como se usa esto
    no entiendo como se usa esto me ayudas
    no entiendo nada explicame como funciona esto
    no entiendo nada que hago
    no es lo que buscaba que mas puedes hacer
    no es lo que te pregunte
    no hallo donde se configuran mis preferencias y eso que di mil vueltas
    no mas mensajes los lunes por favor
    no me ayuda esa respuesta
    no me entendiste
    no me has entendido
    no me salen los botones como navego
    no me sirve esa respuesta
    no queria eso
    no respondiste mi pregunta
    no se que preguntar
    no te entendi ni jota que opciones tengo
    ok bot instrucciones
    opciones que hay
    para que me sirve a mi esto en mi dia a dia
    para que sirve este bot
    para que sirves
    pasame al ingles
    perdon por la ignorancia vos que sabes hacer aparte de contestar educadamente
    pon recordatorio cada 3 meses
    poner en castellano
    ponlo en ingles
    ponme recordatorios cada 6 meses
    preferencias
    prefiero que me hables en espanol por favor
    pregunte otra cosa
    puedes avisarme menos me llegan demasiados mensajes
    puedo usarte desde el celular o solo en la compu
    que cosas sabes hacer
    que mas puedo preguntar
    que mas sabes hacer aparte de eso
    que me puedes responder
    que pasa si me equivoco en una respuesta
    que preguntas te puedo hacer
    que puedes hacer
    que puedo preguntarte
    que sabes hacer
    que te puedo preguntar
    que tipo de cosas te puedo preguntar
    que tipo de preguntas respondes
    quien creo este bot
    quien eres y que se supone que haga contigo
    quien te creo
    quien te program y con que fin
    quiero que me avises dentro de tres meses para volver a medirme
    quiero que me avises menos me llegan demasiadas notificaciones
    quiero que me hables en castellano y no en ingles
    quiero que me recuerdes evaluarme cada seis meses
    quisiera que dejaras de mandar recordatorios los domingos que ese dia no existo para nadie
    recordarme en tres meses que vuelva
    respuesta equivocada
    rung que significa que eres
    se puede configurar que me avises una vez al ano
    se puede pausar y seguir manana
    se puede usar en un grupo o solo por privado
    se puede usar tambien desde el celular o dentro de un grupo con mis colegas
    se te puede hablar normal o hay que usar palabras clave
    settings
    soy un dinosaurio con la tecnologia expliqueme despacio como se maneja este asistente
    start no jala
    switch to english no mejor dejalo como estaba donde se toca eso
    te agradeceria una explicacion de lo que ofreces
    te equivocas
    te equivocaste
    te has equivocado
    te puedo meter en el grupo de mi equipo como se hace
    tengo que presentar esta herramienta al equipo que les cuento que hace
    tenia entendido que esto era para pedir vacaciones no entonces que haces
    toque algo en los ajustes y ahora me hablas en otro idioma sacame de este lio
    usas inteligencia artificial para contestar o son textos fijos
    usted es de recursos humanos
    vale y como te hablo con palabras o con botones
    voy a ensenar esta herramienta a quince personas manana y me falta una chuleta de sus funciones
    wey no se ni que preguntarte
    wn no cacho como se usa esta cuestion
    y si no entender lo que escribo que hago
    y tu que eres para que sirves
  `,
  privacy: `
    andan diciendo en la oficina que el bot le chismea todo a {skill} cierto o falso
    anonimo o sale mi nombre
    antes de empezar quisiera tener claro quien tiene acceso a lo que escriba
    antes de responder nada quien es el dueno de mis datos
    antes de soltar prenda quisiera saber en manos de quien acaba lo que yo responda
    borra mis datos
    borrame
    borrame todo
    borrame todos los datos por favor
    che y si respondo con la verdad no me van a rajar
    como elimina todo lo que guardais sobre mi
    como manager puedo consultar las evaluaciones de mi gente
    como me doy de baja y que no quede nada
    con esto entrenan modelos
    confirmame que nadie espia lo que pongo
    cual es la politica de privacidad
    cuanto tiempo conservan la informacion de uno
    cuanto tiempo conservan lo mio
    cuanto tiempo conservan lo que respondo
    cuanto tiempo conservan los resultados
    cumplen con el {skill}
    cumplen con el {skill} ustedes
    da cosita contestar honestamente se lo pasan a los de arriba
    dejo la empresa el viernes y desearia que borrar todo rastro mio de aqui
    derecho al olvido como
    derecho al olvido como lo ejerzo
    desconfiada como soy prefiero saber si venden o ceden mis datos a tercera
    donde se almacena mi informacion
    donde se guarda la informacion
    ejercer derecho de supresion
    el admin del workspace tiene acceso a nuestra conversacion
    el delegado de proteccion de datos pregunta donde se almacenan las evaluaciones de los empleados
    el resultado influye en mi bono o en mi evaluacion de desempeno
    elimina mi evaluacion de enero esa no la quiero guardado
    eliminar mi cuenta
    en caso de que haya un hackeo que informacion mia quedaria experta
    en el grupo se publica lo que me salga
    en que servidor guardan lo que escribo y por cuanto tiempo
    es anonimo esto
    es anonimo o sale mi nombre
    es confidencial
    es confidencial parce
    es privado
    estas estando para la empresa o que
    este resultado se publica en automatico o queda solo para mi
    esto le llega a alguien por mail
    esto le llega a recursos humanos
    esto lo ve mi jefe
    esto queda grabado
    esto se usa en mi evaluacion de desempeno de la empresa
    guardais mis respuestas
    guardan lo que escribo
    hay forma de hacerlo sin que quede registro
    la votacion es secreta o sale quien voto que
    le llega algun correo a mi manager cuando termino
    le {skill} mis datos a {skill} o algo asi
    limpia mi historial por favor
    lo que conteste llega a alguien mas
    lo que escribo aqui es publico
    lo van a usar en mi contra
    los administradores tienen acceso a lo que yo covers contigo o va bajo llave
    los admins leen este chat o que
    los compas pueden ver cuanto saque
    me arrepenti de hacerlo como quito mi historial
    me arrepenti no quiero que quede rastro de que hice el test
    me comentarme que estas cosas terminan en un excel del gerente tranquilicenme si es mentira
    me da cosa contestar con sinceridad esto llega a recursos humanos
    me da verguenza que se sepa que sali {level} dime que nadie lo ve
    me gustaria participar de incognito que mi nombre no figure asociado a nada
    me preocupa que rrhh use esto en mi contra lo reciben
    me puedes eliminar del sistema con todo y mi nivel
    me vigilan
    mi evaluacion cuenta para mi desempeno anual
    mi jefa puede ver lo que conteste
    mi jefa puede ver lo que respondo
    mi jefe puede ver lo que contesto
    mi jefe puede ver mis notas
    mi jefe puede ver mis resultados
    mi jefe se entera
    mi jefe se entera de lo que contesto
    mi jefe tambien esta en este grupo y me da cosa contestar con sinceridad llega a enterarse
    mi nivel aqui es confidencial no quiero que lo vea mi equipo
    mis companeros de equipo me preguntaron mi nivel pueden verlo ellos sin que yo se lo muestre
    mis companeros pueden mirar mi nivel
    mis compas pueden ver en que nivel quede
    mis respuestas son privadas
    no firme ningun consentimiento para que almacenan cosas mias
    no le chives nada al manager
    no me fio donde quedan guardas mis respuestas
    no me hace ninguna gracias que un robot guarde mis fracasos cuanto dura esa memoria
    no quiero que mi lead sepa que sali {level}
    olvidame
    olvidate de mi
    oye esto queda entre nosotros verdad
    podria alguien pedir mi resultado sin mi permiso
    podria mi organizacion solicitar los resultados individuales
    politica de privacidad
    privacidad
    puede ver mi jefe lo que respondo
    puedo confiar en que queda entre nosotros
    puedo contestar con total sinceridad sin que me perjudique
    que datos guardan de mi
    que datos personales recopilan
    que haces con lo que te cuento
    que no salga mi nombre en ninguna parte por favor
    quedan los mensajes guardado en algun servidor
    quien es el que mas sabe de {skill}
    quien mas aparte de mi puede abrir mi perfil
    quien mas puede leer lo que contesto aqui
    quien puede ver mis respuestas
    quien puede ver mis resultados
    quien se entera de lo que contesto
    quien ve mis respuestas
    quiero borrar mis datos
    quiero desaparecer de aqui elimine todo
    quiero ejercer mi derecho al olvido expliquenme como eliminar mi cuenta y todo su contenido
    quiero que elimine cualquier registro mio ejerzo mi derecho al olvido
    quiero que elimine todo lo que saben de mi
    recursos humanos puede husmear en mis calificaciones porque entonces mejor me callo
    rrhh ve mi nivel
    se chismosea algo a mi supervisor si dejo el cuestionario a la mitad
    se comparte algo con la empresa
    se enteran si salgo bajo
    se graba esta charla
    se publica en algun lado que sali {level} me daria una verguenza espantosa
    si digo que no se nada de {domain} alguien me lo va a echar en cara
    si digo que no se nada de {skill} se enteran en rrhh
    si me sincero aqui sobre lo poco que se eso queda entre vos y yo
    si me voy de la compania que ocurre con lo que guardan
    si me voy de la empresa que pasa con lo que guardas de mi
    son anonimas mis respuestas
    soy del comite de empresa y necesito saber que tratamiento le dan a los datos de la plantilla
    soy manager como uso esto para evaluar a mi equipo
    soy manager puedo consultar las respuestas de mi gente
    soy muy celosa de mi intimidad que informacion personal se quedan ustedes y por cuanto tiempo
    tengo entendido que los directivos sacan estadisticas de aqui salgo yo identificado
    tienen alguna politica de datos personales
    trabajo de {level} de equipo y quisiera mirar los puntajes de mi gente puedo
    un compa dice que los managers tienen un dashboard con las notas de todos es cierto
    usan mis respuestas para entrenar alguna {domain}
    usted entendera mi recelo mis respuestas se emplean para entrenar algun modelo ajeno
    van a usar esto para despedirnos no
    y si mi supervisora te pregunta por mi que le contestas
  `,
  assess: `
    a que altura de la escalera estaria alguien como yo que lleva cuatro anos haciendo {skill} con {skill} y {skill}
    a ver evaluame como {role}
    ando ocupado dejalo ahi y dsp continuo
    antes de lanzar de cuantas preguntas estamos hablando soy de poca paciencia
    arranca la evaluacion {role}
    arranquemos con la {skill} pero solo lo importante hay version corta
    ayer deje el cuestionario a medias puedo seguir donde iba
    buenas mi {level} me pidio que me autoevaluarme antes del viernes donde lo hago
    cada cuanto conviene volver a medirme
    cada cuanto conviene volver a pasar la evaluacion
    cancela el test por favor me equivoque de rol
    cancelar el test lo hago luego
    che me tomas la prueba ahora
    che y vos puedes decirme si soy semi o senior
    comenzar assessment you
    cometi errores al responder y desearia empezar desde cero el test si es que se deja
    comienza mi autoevaluacion
    como empiezo me han dicho que aqui puedo saber en que nivel estoy
    como pauso el test
    como puedo averiguar mi nivel
    como retomo la evaluacion que deje a medias
    como se que nivel tengo
    con mis conocimientos actual {skill} {skill} algo de {skill} en que escalon caigo
    continuamos
    continuar la evaluacion
    continuar mi evaluacion
    continuemos
    creo que estoy listo para subir comprueba
    creo que you soy {level} hay forma de comprobar
    cual es mi nivel en {skill}
    cuantas preguntas me vas a hacer
    cuantas preguntas son
    cuantas preguntas trae el test
    cuanto dura la evaluacion
    cuanto rato me va a quitar esto tengo junta en 20 min
    cuanto tarda
    cuanto tarda el test ese
    dale arranquemos con el test
    daria la nota para un puesto {level} de {role} nunca me he medido
    de cuantos minutos estamos hablando si me evaluo
    deje el cuestionario a la mitad ayer se puede seguir desde ahi
    dele comencemos de una vez
    dime como me anoto para que me tomes el examen de {role}
    donde iba
    donde lo deje
    donde me quede
    dudo entre declararme {level} o {level} en {domain} evalueme usted y salimos de la duda
    el bot se quedo en la pregunta 14 y cerre la app valio todo
    empecemos la evaluacion
    empecemos la evaluacion de {role}
    empezar
    empezar evaluacion
    empezar test
    empieza a preguntarme you
    en que momento se acaba esto you voy por la pregunta mil
    en que nivel encajo yo como {role}
    en que nivel estoy en {skill}
    en que pregunta me quede
    en que punto de la carrera me encuentro yo ahora mismo
    es muy largo el cuestionario de {role}
    espera espera ponlo en pausa y manana continuo
    estare listo para {level} de {role} ponme a prueba
    estare you maduro para presentarme a {level} en {role} ponme a prueba sin piedad
    estoy entre {role} y {role} puedo medirme en los dos
    estoy lista para {level} de {role} hazme la prueba
    estoy perdido donde esta el boton de comenzar
    evalua mi nivel de {skill}
    evalua mi nivel por favor
    evaluacion por hoja en vez de pregunta por pregunta hay
    evaluame
    evaluame como {role}
    evaluame en {domain}
    evaluarme otra vez desde cero
    existe una version corta no tengo paciencia para el cuestionario largo
    hacer examen {role}
    hay limite de tiempo al contestar o puedo pensarlo con calma
    hay que estudiar algo antes de contestar o es nomas decir lo que uno sabe
    hay una evaluacion corta no tengo mucho tiempo hoy
    hazme el test
    hazme la evaluacion you
    hazme preguntas para ver si doy la talla de {level}
    hazme unas preguntas y dime que seniority tengo
    hola me dijo mi jefe que me tengo que evaluar le damos
    iniciar evaluacion {role} {level}
    le agradeceria que me indica cuantas habilidades hay que responder antes de obtener el resultado
    le agradeceria que me indica cuanto dura el proceso de autovaloracion
    le pedi a mi equipo que todos se evaluen esta semana les llevara mucho rato
    llevo ocho anos de {role} y nadie me ha puesto una etiqueta hazme la prueba
    llevo seis meses como {level} daria el nivel de {level} si me midiese hoy
    me cerro el chat solo perdi todo lo que habia contestado
    me das chance de terminar manana en la chamba
    me equivoque en una respuesta puedo volver atras
    me gustaria repetir la prueba porque la primera vez conteste con prisas
    me gustaria volver a medirme you paso medio ano
    me quede a la mitad del cuestionario puedo seguir donde iba
    me quede a medias ayer porque sono el telefono y quisiera retomar el cuestionario donde lo deje
    me siento muy por encima de {level} pero quisiera confirmarlo con algo objetivo
    me tomara mucho tiempo esto tengo 20 min antes de una reunion
    mi jefa dice que you estoy para {level} de {role} como comprueba si es verdad
    mi jefa sostiene que estoy lista para {level} de {role} me gustaria comprobar antes de creerla
    mi nivel de {skill}
    mi {level} quiere que cada uno del equipo se mida antes del viernes me pasas el formulario
    midamos mi nivel como {role} dale
    necesito frenar un momento la evaluacion que me llego una reunion de sorpresa
    necesito parar un momento se guarda lo que llevo contestado
    necesito pararla un momento que me llaman
    no quiero contestar sobre todo el catalogo hay una version corta
    oye las preguntas son tipo test o hay que escribir
    para cuando estaria listo yo para postular a {level} pruebame
    para la evaluacion sigo otro dia
    parar
    pausa
    pausa por favor que me llaman
    podrias estimar mi seniority si te cuento que manejo {skill} {skill} y bastante {skill}
    ponle pausa a esto sigo manana
    ponme a prueba
    ponmelo dificil comprueba si doy la talla para {level}
    por donde iba
    primera vez aqui quiero ver cuanto valgo tecnicamente
    puede mi jefa completar por mi o la lleno yo mismo
    puedo hacer una autoevaluacion
    puedo responder unas cuantas hoy y otras manana o el asunto debe hacerse de corrijo
    puedo retomar el test que deje a medias
    puedo sacar {level} pruebame
    puedo saltarme lo de {skill} si en mi vida lo he tocado
    que nivel soy
    que nivel tengo en {skill}
    que pasa si no se que poner en una pregunta me la puedo saltar
    que preguntas me van a hacer en la evaluacion de {skill}
    que preguntas trae la evaluacion
    quiero acabar el test
    quiero arrancar con la evaluacion por donde empiezo
    quiero empezar
    quiero empezar la evaluacion
    quiero evaluarme
    quiero hacer la evaluacion
    quiero hacer la evaluacion de {role}
    quiero medirme como {role}
    quiero medirme como {role} aunque mi contrato diga otra cosa me dejas
    quiero medirme cuanto tiempo me va a quitar
    quiero retomar la evaluacion
    quiero retomar la evaluacion donde la deje
    quiero retomar lo de ayer iba por la pregunta 12 mas o menos
    quiero saber en que nivel estoy
    quiero saber mi nivel en {domain}
    quiero saber mi nivel en {skill}
    quiero seguir con la evaluacion que deje a medias
    quiero seguir donde lo deje
    quiero terminar la evaluacion
    quiero terminar mi evaluacion pendiente
    quisiera descubrir en que peldano me hallo hoy por hoy soy todo oidos
    quisiera hacer una autoevaluacion si es tan amable
    quisiera repetir la autoevaluacion esta vez como {role} si usted me lo permite
    reanudar
    repetir el cuestionario
    repetir el test porque la vez anterior lo hice con prisa
    retomar
    retomar mi evaluacion
    se hace en 2 dias o de un tiron
    se me cerro la ventana por la pregunta veinte perdi todo o puedo continuar
    se me corto a medio test por una llamada regresame ahi
    se me fue el internet en pleno examen que hago
    se puede empezar de cero borre sin querer lo que puse al principio
    se puede hacer el test por partes o hay que sentarse y terminar entero
    se puede hacer en dos ratos o tiene que ser de un tiron
    se puede retroceder le pique a {proficiency} y era {proficiency}
    seguimos
    seguir
    seguir con la autoevaluacion
    seguir con la evaluacion que deje a medias
    seguir donde lo deje
    siempre me presento como {level} sin saber si lo soy quisiera que me ubicaras tu
    sigamos
    sigamos con la evaluacion
    sigamos con la evaluacion de ayer
    sigamos you volvi del almuerzo
    sigo donde lo deje
    sirvo para {level} de {role} quiero verlo con preguntas
    son muchas preguntas la ultima encuentra de rrhh tenia como doscientas y la abandone
    soy {level}
    soy {role} hace rato y nunca me medi por donde le entro
    tengo madera de {level} o me estoy enganando
    tengo tiempo de completar en la pausa del cafe o me conviene reservar la tarde entera
    terminar mi evaluacion
    todavia me falta mucho del formulario voy como por la veinte
    ustedes creen que you doy la talla para {level}
    va me animo lanza la primera
    vamos otra vez desde cero la anterior la conteste sin leer
    vamos primera pregunta
    vengo de otra empresa donde era {level} como averigua que seria aqui
    volver a la evaluacion
    voy a una entrevista de {level} el jueves y quiero un simulacro honesto de si llego o no
    weon hazme el examen al tiro
    you doy para {level}
    you me decidi a medirme de una buena vez como arrancamos
    {level} o you {level} pruebame
  `,
  profile: `
    a que nivel estoy yo registrado
    a ver muestrame como me fue la vez pasada y antes de esa
    abreme mi ficha personal que quiero ver en que quedo todo aquello
    avance algo o sigo igual de burro
    ayer me evalue y quiero mandar el informe a mi {level} se puede compartir
    baja mis datos
    bajame mis datos en csv
    bajar mis datos en json
    bajar mis respuestas en un archivo
    borra todo lo mio
    cambie de celular y no encuentro lo que obtuve en marzo sigue guardado
    cerre el chat y perdi la pantalla del veredicto la puedes volver a mostrar
    che me mostras como me fue en la ultima prueba se me borro el mensaje
    como ando respecto a enero
    como comparto esto en el canal del equipo quiero presumir
    como me fue
    como quede
    como va mi progreso
    como voy
    comparado con hace seis meses estoy mejor o peor
    comparar con la de marzo
    compare con mi yo de hace seis meses
    compartir mi nivel con el {level}
    compartir mi resultado con mi {level}
    con que puntuacion cerre el ano pasado mi pareja y yo hicimos una apuesta
    creo que me habia salido {level} hay forma de confirmarlo
    cual es mi nivel
    cual es mi nivel actual segun la ultima vez que conteste
    cual es mi puntuacion
    cual fue mi ultimo resultado
    cuando fue la ultima vez que hice el test
    cuando fue mi ultima prueba
    cuantas veces me he evaluo
    cuantas veces me he evaluo you
    cuanto saque
    cuantos {domain} llevo hechos
    dame mi informacion
    dame mis datos
    descargar mis datos
    descargar mis resultados
    descargar todo lo mio
    deseo apuntar mi calificacion mas reciente al expediente existe un formato exportable
    despues de tanto estudio quiero ver si la curva va para arriba respecto de enero
    donde quedo guardado el resultado que saque ayer
    el test que hice en marzo todavia lo guardas
    en csv se puede bajar
    en csv se puede sacar lo mio
    en que habilidades progress desde la evaluacion previa
    en que nivel estoy en {skill}
    en que nivel quede
    en que subi y en que baje entre las dos {domain}
    ensename mi historial
    ensename todas mis notas anteriores
    enviame un resumen de mi desempeno por favor lo tengo que apuntar al formulario anual
    evolucion
    exporta mis datos
    exporta mis resultados
    exportar
    exportar mis cosas
    exportar mis datos
    exportar mis resultados
    exportar mis resultados en csv
    guarda usted constancia de las veces que me he evaluo
    guarde copia de mi informe anterior y perdi el nuevo podrias volver a mandarmelo
    habra manera de bajar todo mi historial en un archivo me lo pide mi coach
    hace medio ano me evalue y ahora otra vez me pica la curiosidad por ver si progress
    hay forma de imprimir lo que obtuve
    he mejorado desde la ultima
    he mejorado desde la ultima vez
    he mejorado en algo desde la vez anterior
    he subido o bajado respecto a la anterior
    hice el test el mes pasado como veo mi resultado
    hice la evaluacion dos veces una de {role} y otra de {role} me las pones lado a lado
    historial
    hola hice esto el ano pasado y quisiera recuperar lo que saque
    las dos ultimas evaluaciones lado a lado
    link para mostrar lo que me dio
    lo que puse la ultima vez me lo muestras
    me gano la curiosidad que nota me habias puesto el ano pasado
    me genera un informe para apuntar a mi evaluacion anual
    me gustaria ensenarle mi puntaje a mi mentora hay un enlace
    me gustaria mandar esto a una colega para que opine como
    me gustaria repasar cada una de las evaluaciones que he hecho desde que llegue
    me hace ilusion presumir de mi {level} en el grupo hay un boton para difundirlo
    mejore o no
    mi historial
    mi jefe me pide el reporte de donde lo saco
    mi nivel
    mi perfil
    mi progreso
    mi progreso del ano
    mi resultado
    mi tabla de skills con lo que puse en cada una
    mi tutora quiere ver mi evolucion de un trimestre a otro y yo no se de donde sacarla
    mi ultimo nivel
    mi ultimo resultado
    mis evaluaciones anteriores
    mis fortalezas en que sali bien parado
    mis resultados
    mostrale mi resultado a juanma de mi parte se puede
    muestrame como me fue en marzo comparado con ahora
    muestrame mi evaluacion
    muestrame mi historial
    muestrame mi resultado
    necesito bajarme mis datos en un archivo
    necesito un pdf con lo que me salio para llevarlo a la reunion de desempeno
    no encuentro mi nota
    no me acuerdo que me salio lo puedes mostrar de nuevo
    no recuerdo si quede en {level} o en {level} refrescame la memoria
    para mi charla de desempeno necesito un enlace que muestre mi resultado a quien yo elija
    pasame mi ficha
    pasame mi nivel como {role} el que you tengo registrado
    pasame mi ultimo en pdf
    pasame todas mis evaluaciones viejas
    puedo exportar lo mio cambio de trabajo y quiero llevarmelo
    puedo ver mi historial de evaluaciones
    que dice mi perfil
    que habia contestado yo en {skill}
    que me salio la otra vez
    que nivel me diste en marzo
    que nivel tengo
    que nivel tengo ahora
    que nota saque
    que sabes de mi que nivel me tienes anotado
    que saque en la ultima evaluacion
    que saque la otra vez
    que tal voy
    quiero exportar mis resultados
    quiero pasarme a mi jefe lo que me dio hay un link o un pdf
    quiero saber en que nivel habia salido
    quiero una copia de mis datos
    quiero una imagen con mi radar para pegar en la presentacion
    quiero ver mi evolucion
    quiero ver mi perfil
    quiero ver mis respuestas de nuevo
    quisiera descargar el json de mis respuestas
    quisiera ensenarle a mi manager lo que saque la ultima vez como se lo hago llegar
    quisiera poner mi resultado en linkedin jaja se puede
    quitame los recordatorios
    recuerdame como quede como {role}
    recuerdame cual rol elegi cuando me evalue
    resultado examen {role}
    resumen de mi situacion
    sali lista para {level} de {role} en la prueba que hice
    saque la misma nota dos veces creo en que material subi y en cuales baje desde entonces
    se me borro el mensaje con el resultado lo repites
    se me borro el mensaje del resultado mandamelo de nuevo
    se nota el curso de {skill} que hice entre la primera evaluacion y la segunda
    se puede imprimir mi resultado para llevarlo a la reunion de desempeno
    soy pati la que hizo el cuestionario ayer que me salio al final
    subi algo desde la anterior
    tengo algun resultado guardado o aun no he hecho nada
    tiene usted registrado que conteste en su dia sobre {skill} quisiera releer mis propias respuestas
    todas mis evaluaciones anteriores
    una copia de todo lo que tienen de mi en json si se puede
    veamos mi evolucion a lo largo del ano
    ver mi ficha
    ver mi perfil
    ver mis evaluaciones pasadas
    ver perfil
    vos te acordas de lo que te respondi sobre {skill}
    voy para arriba o para abajo con respecto al semestre pasado
    y el anterior no el de hoy el anterior
    you acabe el cuestionario donde consulto lo que salio
    you ni me acuerdo de que nivel me dio esto
  `,
  proposals: `
    a mi juicio exigir {skill} {proficiency} a un {level} es una barbaridad y quisiera pedir que lo rebajen
    agregar skill nueva
    alguien you pidio agregar azure
    anade {skill} a {role}
    anadir rust a {role}
    anadir {skill} al {level} de {role} como lo pido
    bajarme a {skill} en {level} de {role} es demasiado
    bajen el nivel de {skill} para {level} es una locura
    cambios el texto de {skill} que esta mal escrito
    cancelar lo que propose ayer
    che quien mas esta pidiendo cosas muestrame lo que esta abierto
    che sacaria lo de {skill} del {level} lo puedes dejar anotado
    como edito algo que you mande a consideracion se me fue un typo
    como propongo una skill nueva
    como sugiero que quiten {skill} de los requisitos de {role}
    como sugiero un cambio
    como va lo que propose el martes
    como va mi propuesta
    como voto una propuesta
    como voy con mis propuestas
    considero que rust deberia figurar para los de plataforma donde lo planeo
    crear una peticion de modificacion
    creo que {skill} deberia bajar a {proficiency} en {level} donde lo sugiero
    cuales solicitudes siguen sin resolver
    cuales votaciones estan abiertas ahorita
    cuantas propuestas quedan abiertas
    cuantas sugerencias llevo hechas yo
    de las ideas que he enviado a lo largo del ano cuales prosperaron y cuales no
    deberiamos agregar azure
    deberiamos anadir {skill} a {role}
    deberian pedir mas ingles anotalo
    donde dejo una sugerencia
    donde mando un cambio
    donde puedo sugerir que incluyen clickhouse entre lo que debe saber un {role}
    donde reviso las sugerencias en discusion
    donde se vota
    donde veo las propuestas
    donde voto
    echame la mano para redacto un cambio en lo de {skill}
    en que quedo lo que envie la semana pasada
    en que quedo mi propuesta
    encontre un error en la descripcion de {skill} donde lo report
    encontre una frase mal redactada en la descripcion de {skill} y quiero que la corrijo
    enviar feedback sobre un requisito
    ese nivel que acabas de mostrar en {skill} es muy bajo para un {level} lo quiero subir
    ese texto de {skill} esta mal corrijo
    estos requisitos estan desactualizados {skill} you nadie lo usa actualizan
    falta una habilidad evaluacion de {skill} agregala
    falta {skill} lo agrego como
    faltaria ruff o algun linter lo anaden
    fijate que falta {skill} en el perfil de {role} {level} anotalo como pedido mio por favor
    habria que quitar {skill} de {role}
    habria que suavizar lo que se pide de {skill} a nadie le preguntan eso en el trabajo real
    habria que subirse a {skill} para todos los niveles lo planeo donde
    hagan un rol de data scientist lo puedo pedir por aqui
    hay algo abierto para votar ahora
    hay algo para votar
    hay algo pendiente de votar
    hay alguna mocion en curso que afecte a los {level} de {role} querria dejar mi voto
    hay alguna {skill} en curso sobre {skill} o {skill} que pueda apoyar
    hay propuestas abiertas
    hay un error en la descripcion de {skill} como aviso para que lo corrijo
    la mia la aceptan o no
    la semana pasada mande una sugerencia sobre {skill} y you no la ubico en que anda
    lo de {skill} para un {level} esta exagerado bajenlo
    los cambios que estan esperando aprobacion cuales son
    me gustaria aporta al contenido soy de la comunidad
    me gustaria contribuir con contenido de {skill}
    me gustaria corregir el texto de una habilidad que esta mal redacto
    me gustaria echar un vistazo a las {skill} que estan pendientes de votar
    me gustaria que un {level} de {role} tuviera que llegar a {proficiency} en {skill} como lo planeo
    me gustaria sugerir otra cosa para {skill} en {level}
    me gustaria sugerir un cambio en la escalera
    me parece injusto que le pidan {skill} a un {role} {level} como lo cambio
    me parece que a un {level} de {role} se le deberia exigir {proficiency} en {skill}
    meter duckdb en {role} {level}
    mi equipo acordo cambiar tres requisitos de {skill} como los registras aqui
    mi equipo acordo que {skill} deberia moverse a {level} como lo formalizo
    mi equipo opina que a los {level} de {role} se les deberia pedir mas {skill} como lo planteamos formalmente
    mi jefe me encargo que plantee bajar {skill} a {proficiency} basicas para los de {role}
    mis ideas enviado siguen vivas
    mis propuestas
    muestrame las votaciones abiertas
    no comparto que pidan {skill} que lo quiten
    no deberia ser obligatorio {skill} para un {role} quisiera que lo saquen
    nueva propuesta
    oiga y donde se reclamar que le falten cosas a la parte de {skill}
    oigan deberian meter un skill de finops
    ojala agregar algo de etica en {domain} a todos los perfiles quiero someterlo a consideracion de la comunidad
    para mi en {level} {skill} tendria que ser {proficiency} no {proficiency} elevo la queja
    pendientes de aprobacion cuales hay
    pendientes por votar
    ponele que quiero pasar {skill} de obligatorio a opcional que hago
    presento mocion mas peso a la {skill} {domain} en {level}
    proponer que {domain} pese menos
    propongo quitar {skill} de {role}
    propuestas abiertas
    propuestas en curso
    propuestas pendientes
    puedo corregir la redaccion de una skill esta mal traducida
    puedo editar el texto de una habilidad
    puedo sugerir una mejora
    que cambios estan pendientes
    que esta planteando la gente modificar este mes
    que estan pidiendo cambiar los demas
    que ha pasado con mi propuesta
    que hay en votacion ahora mismo
    que paso con mi propuesta
    que pedi yo y como va
    que propuestas estan abiertas
    que propuestas hay abiertas
    que sugerencias ajenas siguen abiertas me apetece apoyar alguna que valga la pena
    quiero cambiar lo que se pide de {skill} en {level}
    quiero cambiar un requisito
    quiero proponer que {skill} sea obligatorio para los {level}
    quiero proponer un cambio
    quiero proponer un cambio en {skill}
    quiero proponer una skill nueva evaluacion de {skill}
    quiero sugerir algo
    quiero sugerir que metan rust en la lista
    quiero ver lo que otros mandaron
    quiero votar
    quiero votar la de {skill} pasame
    quiero votar lo de {skill} donde esta
    quisiera que incluyen {skill} en {skill}
    quisiera retirar la idea que lance ayer porque lo pense mejor con la almohada
    quita you lo de {skill} que nadie lo usa aqui
    quitar {skill} de {role}
    retirar mi sugerencia
    retiro la propuesta que hice me di cuenta de que you existia
    se aprobo la mia
    se me ocurrio una mejora para el area de {domain} y no se a que puerta tocar
    se puede agregar una competencia nueva en mi area usamos mucho neo4j
    se puede comenta en la propuesta de otra persona
    sobra {skill} en la ficha de {role} con perdon como hago para solicitar que lo quiten
    solicito formalmente elevar la exigencia de {skill} para los {level}
    suban la exigencia en {skill} por dios
    sugerir un cambio en {skill} {level}
    sugiero pasar {skill} de opcional a core en {level}
    tengo una idea para mejorar esto
    tengo una idea para mejorar la escalera
    tengo una propuesta
    tengo una sugerencia
    tengo una sugerencia para el rol de datos
    usted dira por donde presento mi mocion de subir la {skill} a {proficiency} en los {level}
    vengo a romper una lanza por las {skill} hay que hacerlo obligatorias desde abajo me ayudas a pedirle
    ver lo que se esta discutiendo ahorita
    ver mis propuestas
    ver propuestas
    votar
    voto a favor
    y si creo que el requisito de {skill} se quedo corto deseo plantearlo
    yo eliminar {skill} del rol de datos dime como se tramita
    you aprobar la que yo mande
    you mande una como la edito
    {skill} deberia ser obligatorio para {level}
    {skill} deberia ser obligatorio para {role}
    {skill} deberia ser opcional para {role}
    {skill} muy alto para {role} {level} bajenlo
    {skill} sobra como lo elimina
  `,
}
