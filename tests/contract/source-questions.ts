/**
 * The four questions that the ladder's source answers on its own page, as people ask them, with what a right answer says. Every
 * platform is asked all of them.
 */
export const SOURCE_QUESTIONS = [
  ['en', 'What skills does the ML Engineer role need?', /58 skills/u],
  ['en', 'How do I advance to the next level as an ML Engineer?', /next\s+level[\s\S]*Junior → Middle/u],
  ['en', 'What tech stack does the ML Engineer role use?', /scikit-learn[\s\S]*Triton/u],
  ['en', 'How does the community define the requirements for the ML Engineer role?', /members\s+vote[\s\S]*experts/u],
  ['es', '¿Qué habilidades se necesitan para el rol de ML Engineer?', /58 habilidades/u],
  ['es', '¿Cómo avanzar al siguiente nivel en el rol de ML Engineer?', /siguiente\s+nivel[\s\S]*Junior → Middle/u],
  ['es', '¿Qué stack tecnológico se usa en el rol de ML Engineer?', /scikit-learn[\s\S]*Triton/u],
  ['es', '¿Cómo define la comunidad los requisitos para el rol de ML Engineer?', /vota[\s\S]*(?:expert|especialista)/u],
] as const
