import type { VocabularyData } from '../vocabulary.ts'
import { spanishFillers, spanishQuestions } from './questions.ts'

/** What people type in Spanish. ../vocabulary.ts says what a list looks like. */
export const spanish: VocabularyData = {
  help: 'ayuda',
  leaveForm: 'cancelar',
  quit: '/salir',

  none: 'nada, ninguno, ninguna, todavía nada, aún nada, nunca, no lo conozco, no lo conozco aún, todavía nada no lo conozco',
  awareness: 'nociones, conocimiento, básico',
  working: 'competente, competencia, trabajo, práctica, práctico',
  advanced: 'avanzado, avanzada',
  expert: 'experto, experta',
  skip: 'saltar, salta, omitir, paso',
  back: 'atrás, anterior, volver, deshacer',
  why: 'por qué, por qué esta, xq, pq',
  statements: 'más, más que esto, menos, menos que esto',
  pause: 'pausa, pausar, luego, más tarde',
  cancel: 'cancelar, descartar',
  resume: 'continuar, seguir, reanudar',
  finish: 'parar, parar aquí, terminar, fin, resultado',
  evidence: 'evidencia',

  assessStart: 'empezar, comenzar',
  assessResume: 'continuar, seguir, reanudar, retomar, sigamos',
  assessStatus: 'estado',
  assessCancel: 'cancelar',
  assessGuided: 'guiada, guiado',
  assessSheet: 'hoja, ficha',
  assessReminders: 'recordatorio, recordatorios',
  assessFillers: 'estoy, listo, lista, preparado, preparada, para, a, la, altura, de, soy, mi, nivel',
  on: 'sí',
  off: 'no',

  profileShow: 'ver, mostrar',
  profileSettings: 'ajustes, idioma, configuración',
  profileGaps: 'lagunas, qué me falta',
  profileExport: 'exportar, exporta, exportad',
  profileDelete: 'borrar, eliminar',
  profileLink: 'vincular, enlazar',
  profileUnlink: 'desvincular, desenlazar',

  rungAbout: 'acerca, acerca de, versión',
  rungPrivacy: 'privacidad',
  rungSettings: 'ajustes, configuración',
  rungStatus: 'estado, salud',
  rungChannel: 'canal',
  rungExperts: 'especialistas, especialista, expertos, expertas',
  rungAdmins: 'administradores, administradoras, administrador, administradora',
  rungLanguage: 'idioma',
  rungLadder: 'marco, marcos, marco de carrera',
  rungReset: 'restablecer, ninguno, ninguna, nadie',

  proposalsOpen: 'abiertas',
  proposalsMine: 'mías',
  proposalsReview: 'revisión, revisar',
  proposalsRecent: 'recientes',
  proposalsShow: 'ver, mostrar',

  because: 'porque, ya que, debido a que, motivo:',
  absent: 'ausente, nada, ninguna, ninguno',
  proposeFillers:
    'por, para, de, del, la, el, los, las, un, una, que, cambiar, subir, bajar, debe, debería, ser, pasar, a, en, vez, lugar, propongo, creo, quizás, obligatorio, nivel, rol',

  history: 'cambios, historial',
  connectives:
    'compara, comparar, con, contra, cual, cuales, como, de, del, desde, el, en, entre, es, espera, esperan, hasta, la, las, lo, los, necesita, necesitan, nivel, niveles, o, para, por, que, rol, se, habilidad, habilidades, un, una, unos, unas, y, cambia, cambian, cuanto, cuanta, mi, muestra, saber, sobre, debe, deben',

  // In a question: what it is about, and words that name nothing.
  ...spanishQuestions,
  articles: 'un, una',
  speakerOpenings:
    'soy, soy un, soy una, ahora soy, actualmente soy, trabajo de, trabajo como, estoy de, estoy como, hola soy, mi puesto es, mi rol es, mi título es',
  speakerJoins: 'y, e, pero',
  fillers: spanishFillers,
}
